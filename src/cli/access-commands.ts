import { type Command, Option } from 'commander'

const STORE = ['--store <place>', 'file of the library, or postgres://… (without it: $READOUT_STORE, else a file among your data)'] as const

/** Adds the commands that say who may come into the reading room. */
export function addAccessCommands(program: Command): void {
  addUserCommands(program)
  addTokenCommands(program)
}

function formats(): Option {
  return new Option('--format <format>', 'how it is written').choices(['text', 'json']).default('text')
}

function addUserCommands(program: Command): void {
  const user = program.command('user').description('who may come into the reading room, by name and password')
  user
    .command('add')
    .description('let somebody in; the password is asked for, or read from standard input')
    .argument('<name>', 'small letters, digits, “.”, “_”, “-”')
    .addOption(
      new Option('--role <role>', 'what he may do: each may do what the one before may').choices(['reader', 'reviewer', 'editor', 'admin']).default('reader'),
    )
    .option(...STORE)
    .addHelpText('after', '\nExample:\n  readout user add ada --role reviewer')
    .action(async (name: string, options) => (await import('./access.ts')).runUserAdd(name, options))
  user
    .command('list')
    .description('who may come in')
    .option(...STORE)
    .addOption(formats())
    .action(async (options) => (await import('./access.ts')).runUserList(options))
  user
    .command('disable')
    .description('let somebody in no more: sessions end, tokens are worth nothing')
    .argument('<name>', 'name of the account')
    .option(...STORE)
    .action(async (name: string, options) => (await import('./access.ts')).runUserDisable(name, true, options))
  user
    .command('enable')
    .description('let somebody in again')
    .argument('<name>', 'name of the account')
    .option(...STORE)
    .action(async (name: string, options) => (await import('./access.ts')).runUserDisable(name, false, options))
  user
    .command('password')
    .description('set another password; sessions end')
    .argument('<name>', 'name of the account')
    .option(...STORE)
    .action(async (name: string, options) => (await import('./access.ts')).runUserPassword(name, options))
}

function addTokenCommands(program: Command): void {
  const token = program.command('token').description('tokens by which programs come in')
  token
    .command('add')
    .description('make a token; it is shown this once')
    .argument('<account>', 'whom it stands for')
    .requiredOption('--name <words>', 'what it is for')
    .option('--scopes <scopes>', 'what it may do of what its account may: read, review, intake, admin', 'read')
    .option('--days <days>', 'after so many days it is worth nothing')
    .option(...STORE)
    .addHelpText('after', '\nExample:\n  readout token add ada --name "evening export" --scopes read --days 90')
    .action(async (account: string, options) => (await import('./access.ts')).runTokenAdd(account, options))
  token
    .command('list')
    .description('tokens, without their secrets')
    .option(...STORE)
    .addOption(formats())
    .action(async (options) => (await import('./access.ts')).runTokenList(options))
  token
    .command('revoke')
    .description('make a token worthless')
    .argument('<number>', 'its number')
    .option(...STORE)
    .action(async (number: string, options) => (await import('./access.ts')).runTokenRevoke(number, options))
}
