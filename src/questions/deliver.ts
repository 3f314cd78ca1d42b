import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import type { Alert } from './alerts.ts'
import { tellFact } from './tell-fact.ts'

/** Tells alerts and hears of each once it arrived. Throws `ReadoutError` where one cannot be told; the rest is then told by the next run. */
export type Deliver = (alerts: readonly Alert[], onSent: (alert: Alert) => Promise<void>) => Promise<void>

/** What a server answered to a POST, or why none did. */
export type PostAnswer = { readonly status: number; readonly retryAfterMs: number | null } | { readonly reason: string; readonly canRetry: boolean }

/** Sends one request, to public hosts only; the network is handed in. */
export type Post = (address: string, body: string, headers: Readonly<Record<string, string>>) => Promise<PostAnswer>

export interface Webhook {
  readonly address: string
  readonly secret: string
  readonly post: Post
  readonly limits?: { readonly webhookRetryMs: number; readonly webhookWaitMs: number }
}

/** Bytes of a secret below which it can be guessed. */
const LEAST_SECRET = 16

/**
 * Delivers to a webhook, one POST an alert, as the Standard Webhooks convention has it: `webhook-id` (the same each time an alert is told),
 * `webhook-timestamp`, and `webhook-signature`, an HMAC-SHA256 over id, timestamp and body. What may pass is tried again, ever more slowly.
 */
export function makeWebhookDelivery(webhook: Webhook): Deliver {
  const key = readSecret(webhook.secret)
  return async (alerts, onSent) => {
    for (const alert of alerts) {
      await send(alert, key, webhook)
      await onSent(alert)
    }
  }
}

/** `whsec_` and base64, as the convention has it, or any other words. */
function readSecret(secret: string): Buffer {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret, 'utf8')
  if (key.length >= LEAST_SECRET) return key
  throw new ReadoutError(
    'webhook-secret',
    `The webhook's secret has less than ${LEAST_SECRET} bytes and could be guessed: take a longer one (openssl rand -base64 32).`,
  )
}

async function send(alert: Alert, key: Buffer, { address, post, limits = LIMITS }: Webhook): Promise<void> {
  const { webhookRetryMs, webhookWaitMs } = limits
  const body = JSON.stringify({ type: 'readout.alert', ...describeAlert(alert) })
  for (let attempt = 0; ; attempt++) {
    // Signed anew each time: a receiver refuses what is older than some minutes.
    const answer = await post(address, body, signBody(alert.id, body, key))
    if ('status' in answer && answer.status >= 200 && answer.status < 300) return
    const { canRetry, reason } = judgeAnswer(answer)
    const waitMs = Math.max(webhookRetryMs * 2 ** attempt, 'status' in answer ? (answer.retryAfterMs ?? 0) : 0)
    if (!canRetry || attempt >= LIMITS.webhookRetries || waitMs > webhookWaitMs)
      throw new ReadoutError('webhook-failed', `The webhook took no alert: ${reason} What was not told is told by the next run.`)
    await pause(waitMs)
  }
}

function judgeAnswer(answer: PostAnswer): { canRetry: boolean; reason: string } {
  if ('reason' in answer) return answer
  const { status } = answer
  const canRetry = status >= 500 || status === 408 || status === 425 || status === 429
  const isMoved = status >= 300 && status < 400
  return { canRetry, reason: isMoved ? `it answered ${status} (moved; alerts are not sent on: name the new address).` : `it answered ${status}.` }
}

function signBody(id: string, body: string, key: Buffer): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  const signed = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
  return { 'content-type': 'application/json', 'idempotency-key': id, ...signed }
}

/** An alert as it leaves: what rang, in a line and in full. */
export function describeAlert({ id, rule, fact }: Alert) {
  return { id, rule, text: tellFact(fact), offsetUnit: 'codepoint', fact }
}
