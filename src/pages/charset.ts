// @ts-expect-error The package carries no types.
import sniff from 'html-encoding-sniffer'

/** A page's source as text, and whether bytes of it made no sense. */
export interface Decoded {
  readonly text: string
  readonly isDamaged: boolean
}

interface SniffOptions {
  readonly transportLayerEncodingLabel?: string
  readonly xml?: boolean
  readonly maxPrescanBytes?: number
  readonly defaultEncoding: string
}

const sniffEncoding = sniff as (bytes: Uint8Array, options: SniffOptions) => string

/** How far into a page its declared charset is looked for: browsers look at 1,024 bytes, old pages declare it later. */
const PRESCAN = 8192

/**
 * Decodes a page by its byte-order mark, its server's or its own word, unless the bytes say otherwise: what is valid UTF-8 with
 * letters beyond ASCII is UTF-8 whatever was declared, and what was declared as UTF-8 but is mostly none is windows-1252.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): Decoded {
  const label = /charset\s*=\s*["']?([^"';\s]+)/i.exec(contentType ?? '')?.[1]
  const isXml = /\bxml\b/i.test(contentType ?? '') || startsWithXml(bytes)
  const told = sniffEncoding(bytes, {
    ...(label ? { transportLayerEncodingLabel: label } : {}),
    ...(isXml ? { xml: true } : { maxPrescanBytes: PRESCAN }),
    defaultEncoding: 'UTF-8',
  })
  const utf8 = /^utf-16/i.test(told) ? null : decode(bytes, 'utf-8')
  if (utf8 === null) return judge(decode(bytes, told) ?? '')
  const broken = utf8.split('\ufffd').length - 1
  if (broken === 0 && (/^utf-8$/i.test(told) || /[^\x00-\x7f]/.test(utf8))) return { text: utf8, isDamaged: false }
  if (!/^utf-8$/i.test(told)) return judge(decode(bytes, told) ?? utf8)
  const whole = utf8.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0
  return broken > whole ? { text: decode(bytes, 'windows-1252') ?? utf8, isDamaged: false } : { text: utf8, isDamaged: broken > 0 }
}

function judge(text: string): Decoded {
  return { text, isDamaged: text.includes('\ufffd') }
}

function decode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return null
  }
}

function startsWithXml(bytes: Uint8Array): boolean {
  return /^\s*<\?xml/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)))
}
