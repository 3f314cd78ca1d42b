/** Who may come in, and what they may do: accounts with passwords, sessions of browsers, tokens of programs, and a log of it all. See docs/accounts.md. */
export type { Attempts } from './attempts.ts'
export { type AuditEntry, listAudit, noteAudit } from './audit.ts'
export { type Account, type Acting, addAccount, checkPassword, listAccounts, loadAccount, setDisabled, setPassword } from './people.ts'
export { ROLES, type Role, SCOPES, type Scope, scopesOf } from './roles.ts'
export { endSession, findSession, type Started, startSession, type Visitor } from './sessions.ts'
export { addToken, findToken, listTokens, revokeToken, type Token, type TokenDraft } from './tokens.ts'
