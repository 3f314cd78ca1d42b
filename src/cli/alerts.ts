import { existsSync } from 'node:fs'
import { ReadoutError } from '../document/readout-error.ts'
import { foldIdentityName } from '../identities/identities.ts'
import { postGuarded } from '../intake/intake.ts'
import {
  type AlertRule,
  type Deliver,
  type Desk,
  describeAlert,
  findAlerts,
  makeWebhookDelivery,
  noteAlerts,
  noteRun,
  parseRules,
} from '../questions/questions.ts'
import { openKnowledge } from '../runtime/runtime.ts'
import { closeStore, openStore } from '../store/store.ts'
import { readPaging } from './ask.ts'
import { makeFeedDelivery } from './feed-files.ts'
import { readInput, writeOut } from './files.ts'
import { sayArticle, showMarked } from './show-answers.ts'
import { findLook, type Look, makePaint, squeeze } from './show-lines.ts'
import { placeStore, showPlace } from './store-place.ts'

interface AlertFlags {
  store?: string
  feed?: string
  webhook?: string
  allowPrivate?: boolean
  since?: string
  format: 'text' | 'jsonl'
  check?: boolean
  color?: boolean
  quiet?: boolean
}

/** Tells of facts that satisfy rules, each once a rule. Exit code 1 when nothing is new, 2 when a rule cannot be asked or an alert not be told. */
export async function runAlerts(file: string, flags: AlertFlags): Promise<void> {
  const rules = parseRules(new TextDecoder().decode(await readInput(file)))
  const { since } = readPaging({ ...flags, limit: '1' })
  const now = new Date()
  const deliver = chooseDelivery(flags, now)
  if (flags.check) return writeOut(`${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}: all can be asked.\n`)
  const place = placeStore(flags.store)
  if (!/^postgres(ql)?:/.test(place) && !existsSync(place))
    throw new ReadoutError('store-missing', `There is no store at “${showPlace(place)}”: name another, or add articles to make it.`)
  const store = await openStore(place)
  try {
    const desk = { store, knowledge: openKnowledge(), fold: foldIdentityName }
    process.exitCode = await tellAll(desk, rules, { deliver, since, now, isQuiet: flags.quiet === true })
  } finally {
    await closeStore(store)
  }
}

interface Telling {
  readonly deliver: Deliver
  readonly since: string | null
  readonly now: Date
  readonly isQuiet: boolean
}

/** Rule by rule; one that cannot be asked stops no other, one that cannot be told stops all, because all go the same way. */
async function tellAll(desk: Desk, rules: readonly AlertRule[], { deliver, since, now, isQuiet }: Telling): Promise<number> {
  const { store } = desk
  let told = 0
  let failures = 0
  for (const rule of rules) {
    const { name } = rule
    const ringing = await findAlerts(desk, rule, { since, now }).catch((error) => {
      if (!(error instanceof ReadoutError)) throw error
      process.stderr.write(`readout: rule “${name}”: ${error.message}\n`)
      failures++
      return null
    })
    if (!ringing) continue
    await deliver(ringing.alerts, async ({ keys }) => {
      await noteAlerts(store, name, keys, now)
      told++
    })
    await noteAlerts(store, name, ringing.echoes, now)
    for (const nobody of ringing.unknown) if (!isQuiet) process.stderr.write(`readout: rule “${name}”: nobody in this library is called “${nobody}” yet.\n`)
    if (ringing.isCut) process.stderr.write(`readout: rule “${name}” has more to tell: the next run goes on.\n`)
    else if (ringing.unknown.length === 0) await noteRun(store, name, now)
  }
  if (!isQuiet) process.stderr.write(`readout: ${told} ${told === 1 ? 'alert' : 'alerts'} told for ${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}.\n`)
  return failures > 0 ? 2 : told > 0 ? 0 : 1
}

function chooseDelivery({ feed, webhook, allowPrivate = false, format, color }: AlertFlags, now: Date): Deliver {
  if (feed !== undefined && webhook !== undefined)
    throw new ReadoutError('two-places', 'An alert is told once: name --feed or --webhook, and keep a file of rules for each.')
  if (feed !== undefined) return makeFeedDelivery(feed, now)
  if (webhook === undefined) return makePrinting(format, findLook(color))
  const secret = process.env.READOUT_WEBHOOK_SECRET
  if (!secret)
    throw new ReadoutError('webhook-secret', 'A webhook needs a secret to sign with: set the variable READOUT_WEBHOOK_SECRET (openssl rand -base64 32).')
  return makeWebhookDelivery({ address: webhook, secret, post: (address, body, headers) => postGuarded(address, body, headers, { allowPrivate }) })
}

function makePrinting(format: AlertFlags['format'], look: Look): Deliver {
  return async (alerts, onSent) => {
    for (const alert of alerts) {
      const told = describeAlert(alert)
      await writeOut(format === 'jsonl' ? `${JSON.stringify(told)}\n` : showAlert(told, look))
      await onSent(alert)
    }
  }
}

function showAlert({ rule, text, fact }: ReturnType<typeof describeAlert>, look: Look): string {
  const { bold, dim } = makePaint(look.hasColor)
  const { sentence, words, article } = fact
  const lines = [
    `${bold(squeeze(rule, 100))} · ${squeeze(text, 300)}`,
    ...showMarked(sentence, [words], look, '  '),
    dim(`  ${sayArticle(article)}${article.address ? ` · ${squeeze(article.address)}` : ''}`),
  ]
  return `${lines.join('\n')}\n\n`
}
