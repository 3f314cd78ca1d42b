/** What a document is, by what its server calls it and what it begins with. */
export type PageKind = 'html' | 'pdf' | 'docx' | 'text'

const HTML_NAMES = /\.(?:x?html?|shtml|php|aspx?|jsp)$/i
/** Markup that opens a page; “<p>” alone may open a text about markup, but no news text does. */
const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,400}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|article|main|section|p|h1|table|script|link)\b/i

/** The kind of a document. Its bytes decide where they are unmistakable, then the server's word, then its name, then its beginning. */
export function recogniseKind(bytes: Uint8Array, contentType: string | null, name: string): PageKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) return isWordDocument(bytes, contentType, name) ? 'docx' : 'text'
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return 'html'
  if (type === 'text/plain') return 'text'
  const path = name.replace(/[?#].*$/, '')
  return HTML_NAMES.test(path) || HTML_START.test(head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replace(/\u0000/g, ''))
    ? 'html'
    : 'text'
}

/** A zip archive lists the names of its files at its end. */
function isWordDocument(bytes: Uint8Array, contentType: string | null, name: string): boolean {
  if (/wordprocessingml/.test(contentType ?? '') || /\.docx$/i.test(name)) return true
  return new TextDecoder('latin1').decode(bytes.subarray(-65_536)).includes('word/document.xml')
}
