import { hash, randomBytes } from 'node:crypto'

/** 256 bits that nobody guesses, as 43 signs. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret. One round is enough: it has more bits than can be tried. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex')
}
