/** What stands round a report and is not part of it: bylines, credits, notes on updates, invitations, photo credits, datelines. */

/** Longer lines are the report itself. */
const LONGEST_LINE = 400

/** What such lines begin with. */
const BEGINNINGS: readonly RegExp[] = [
  // “© 2016 Norda”
  /^(?:©|\(c\) ?\d|copyright\b)/i,
  // “(Reporting by Ana Tal; Editing by Bo Lund)”, “Additional reporting by …”, “Compiled from agency reports”, “Contributing: Norda”
  /^[([ ]*(?:(?:additional|with|further) )?(?:reporting|writing|editing|compiled|translated|production|graphics?|photography)(?:,? (?:and|&) \w+)* (?:by|from)\b|^contributing: /i,
  // “This story has been updated to add the vote.”, “Updated at 5 p.m.”, “Correction: …”, “Editor’s note: …”
  /^[([*_ ]*(?:this|an earlier version of this|the original version of this) (?:story|article|report|post|item|version)\b.{0,60}\b(?:updated|corrected|amended|originally|published|appeared|old)\b/i,
  /^[([*_ ]*(?:first |last |originally )?(?:updated|published|posted|modified|corrected)\b.{0,30}\d/i,
  /^[([*_ ]*(?:correction|corrects|clarification|clarifies|editor['’]?s['’]? note|update)\b *[:—–(-]/i,
  // “By Ana Tal, Norda”
  /^(?:[Bb]y|BY) (?:\p{Lu}[\p{L}.'’-]* ?){1,4}(?:(?:,| and | [|–—-]).{0,60})?$/u,
  // “Sign up for our newsletter”, “Follow Ana Tal on Twitter”, “Click here for more”, “Read more: …”
  /^[([*_• -]*(?:sign up|subscribe|follow .{1,40} on|follow (?:us|@)|click (?:here|to)|read (?:more|next|also)|see also|share this|download (?:the|our)|advertisement|story continue|continue reading|listen to|watch(?: the| live|:)|related(?: stories| articles)?:|more(?: on this|:)|get (?:the|our) .{0,60}(?:app|inbox|newsletter))/i,
  // “Photo: Bo Lund/Norda”, “Slideshow (4 images)”
  /^[([ ]*(?:file )?(?:photos?|images?|pictures?|slideshow|video|caption)\b.{0,100}$/i,
]
/** What they have anywhere: “Norda writer Ana Tal contributed to this report.”, “All rights reserved.”, “(Norda Photo/Bo Lund)”. */
const ANYWHERE = /\b(?:all rights reserved|contributed (?:\w+ ){0,2}to this (?:report|story|article|dispatch)|getty images|file photo|photo\/\p{Lu})/iu

function isFurniture(line: string): boolean {
  return line === '' || (line.length <= LONGEST_LINE && (ANYWHERE.test(line) || BEGINNINGS.some((rule) => rule.test(line))))
}

/** “OSTRA (Norda) — ”, “OSTRA, Belmora, May 3 – ”, “(Norda) ” before the first sentence. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’ -]{2,40}(?:, [\p{L}. ]{2,25})?(?:, \p{Lu}\p{Ll}+\.? \d{1,2})?[ ]*(?:\([^)]{2,40}\))?[ ]*[-–—]{1,2}[ ]*|\([^)]{2,30}\)[ ]*[-–—]{0,2}[ ]*)/u

/** Where a text reports, line by line. */
export function listPassages(text: string): { start: number; end: number }[] {
  const passages: { start: number; end: number }[] = []
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    if (end - start > 2 * LONGEST_LINE || !isFurniture(text.slice(start, end).trim())) passages.push({ start, end })
    start = end + 1
  }
  const first = passages[0]
  if (first)
    passages[0] = { start: first.start + (DATELINE.exec(text.slice(first.start, Math.min(first.end, first.start + 160)))?.[0].length ?? 0), end: first.end }
  return passages
}
