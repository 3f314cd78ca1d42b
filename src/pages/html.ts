import type { Notice, NoticeCode } from '../document/notice.ts'
import { decodePage } from './charset.ts'
import { NOTHING, type PageReading } from './page-reading.ts'
import { readInThread } from './page-thread.ts'
import { stripTags } from './plain.ts'

/** Reads a page in the worker. What went wrong with it is told in notices. */
export async function readHtml(bytes: Uint8Array, contentType: string | null, address: string | null): Promise<PageReading> {
  const { text: source, isDamaged } = decodePage(bytes, contentType)
  const { reading, isWhole } = await readInThread({ kind: 'html', source, address, now: Date.now() })
  const notices: Notice[] = [...(reading?.notices ?? [])]
  if (isDamaged) notices.push(tell('invalid-utf8', 'Some bytes of the page make no sense in its charset: they are shown as “�”.'))
  if (!isWhole)
    notices.push(
      tell('page-slow', 'The page is too large or too tangled to be read in time: the text was found by a simpler way and may hold other words of the page.'),
    )
  return { ...(reading ?? { ...NOTHING, text: stripTags(source), address }), notices }
}

function tell(code: NoticeCode, message: string): Notice {
  return { code, message, span: null }
}
