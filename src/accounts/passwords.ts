import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost of a hash: 2^power rounds of `block` × 128 bytes, `lanes` times. */
export interface Cost {
  readonly power: number
  readonly block: number
  readonly lanes: number
}

/** What OWASP's guidance names for 32 MB a password: some 0.15 s, and four at once still fit a small machine. */
export const COST: Cost = { power: 15, block: 8, lanes: 3 }

const SALT_BYTES = 16
const HASH_BYTES = 32

/** A password as it is kept: “scrypt$15$8$3$salt$hash”, so that the cost can rise later and old hashes still tell theirs. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, HASH_BYTES, cost)
  return ['scrypt', cost.power, cost.block, cost.lanes, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether a password is the one that was hashed. What is no hash of ours fits none. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [name, power, block, lanes, salt, hash] = kept.split('$')
  const expected = Buffer.from(hash ?? '', 'base64url')
  const cost = { power: Number(power), block: Number(block), lanes: Number(lanes) }
  const isOurs = name === 'scrypt' && cost.power >= 10 && cost.power <= 20 && cost.block <= 32 && cost.lanes <= 16 && expected.length >= HASH_BYTES
  if (!isOurs) return false
  return timingSafeEqual(await derive(password, Buffer.from(salt ?? '', 'base64url'), expected.length, cost), expected)
}

/** The same signs typed on another keyboard are the same password. */
function derive(password: string, salt: Buffer, length: number, { power, block, lanes }: Cost): Promise<Buffer> {
  const N = 2 ** power
  const options = { N, r: block, p: lanes, maxmem: 256 * N * block }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
