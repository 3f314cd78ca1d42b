import type { Paragraph } from './paragraphs.ts'

/** Openings of lines that lead away from the article: “Read more: Ministers meet in Dravik”, in the languages of the larger press. */
const LEADS_AWAY =
  /^[\s>»→▶•*\-–|[(]*(?:read (?:more|also|next|full|our|the full)|also read|see also|see more|(?:more|related) (?:on this|on|from|stories|news|coverage|articles?|topics?|links?|content|reading)\b.{0,40}$|related\s*:|related$|more\s*:|watch(?: now| live| more| also)?\s*:|listen(?: now)?\s*:|don['’]t miss|you (?:may|might) also|recommended|click here|sign up|subscribe|follow (?:us|me|\w+ on)|join (?:us|our)|get (?:our|the) (?:latest|daily|newsletter|app)|download (?:our|the) app|never miss|have a (?:story|tip)|what do you think|we want to hear|share (?:this|on|via)|tweet this|email this|print this|back to top|skip to|continue reading|lesen sie|mehr (?:zum thema|dazu|zu diesem|lesen|infos?)|weiterlesen|weitere (?:artikel|informationen|infos|themen|meldungen|beiträge|links|nachrichten)|weiterführende|zum weiterlesen|siehe auch|auch interessant|das könnte (?:sie|dich|euch)|passend dazu|verwandte|ähnliche|neueste (?:artikel|beiträge)|empfehlungen|hier geht['’]s|jetzt (?:teilen|abonnieren|lesen)|teilen\b|lire (?:aussi|la suite|plus)|à lire|voir aussi|sur le même|lea (?:también|más)|lee (?:también|más)|leer más|te puede|ver también|mira también|leia (?:mais|também)|saiba mais|veja (?:mais|também)|leggi (?:anche|tutto)|czytaj (?:też|także|więcej)|zobacz (?:też|także)|lees (?:ook|meer)|читайте также|les også|läs (?:mer|också))/iu

/** Whole lines that are a page's own words, not the article's. */
const OWN_WORDS =
  /^[\s\-–—*|:•·[(]*(?:advert(?:isement|ising)?|ad|anzeige|werbung|publicité|publicidad(?:e)?|pubblicità|reklam[ae]?|advertorial|sponsored(?: content)?|story continues below.*|article continues (?:below|after).*|scroll (?:down )?to continue.*|share|teilen|drucken|print|e-?mail|copy link|link copied.*|save|comments?|\d+ comments?|no comments?|kommentare?|leave a (?:comment|reply)|tags?|topics?|themen|schlagwörter|stichwörter|categories|loading.*|lade weitere.*|(?:image|photo|picture|video|media|foto|bild) (?:caption|source|credit|copyright)s?.*|getty images|all rights reserved.*|alle rechte vorbehalten.*|copyright\b.*|©.*|min(?:ute)?s? read|\d+ min(?:ute)?s?(?: read| lesezeit)?|reading time.*|lesezeit.*|quellen (?:ein|aus)blenden|externer inhalt|this (?:article|story) (?:was|is) (?:originally )?published .{0,80}|last (?:updated?|modified)\b.{0,60}|(?:first )?(?:published|posted|updated|publiziert|veröffentlicht(?:ung)?|aktualisiert|stand|erstellt)\b\s*(?:on|at|am|:|\d).{0,60}|permal(?:ink|ien)\b.*|end of .{0,20}(?:newsletter|podcasts?|promotion).*|view (?:image|gallery|comments).*|show (?:more|less)|mehr anzeigen|zur startseite|zurück.{0,30}|nach oben|top)[\s\-–—*|:•·\])]*$/iu

/** Beginnings of the names of months in the languages above. */
const MONTH =
  '(?:jan|ene|gen|feb|fev|fév|mar|mär|mrt|maa|apr|abr|avr|may|mai|mag|maj|jun|jui|giu|jul|lug|aug|ago|aoû|sep|set|oct|okt|out|ott|nov|dec|dez|dic|déc)\\p{L}{0,7}\\.?'
const DAY = `(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:de\\s+)?${MONTH}(?:,?\\s+(?:de\\s+)?\\d{4})?|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?)`
/** A day with or without its year, or a time, and what stands around it: “Thursday, 14 March 2024 • 10:45 GMT • 3 min read”, “14:05”. */
const DATE_ALONE = new RegExp(
  `^(?:\\p{L}{2,10},?\\s+)?(?:${DAY}|\\d{1,2}[:.]\\d\\d)(?:[\\s,|•·–()-]|\\d{1,2}[:.]\\d\\d|\\d+ min(?:ute)?s?|read|lesezeit|at|um|à|am|pm|uhr|utc|gmt|(?<!\\p{L})\\p{L}{2,3}t(?!\\p{L}))*$`,
  'iu',
)
/** “By Ana Torvik and Jon Hale”, “Von Lena Orbis, Dravik”: names and no sentence. */
const BYLINE =
  /^(?:(?:Words|Written|Reported|Story) )?(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)\s*:?\s+\p{Lu}[\p{L}’'-]*(?:(?:\s*[,&|]\s*|\s+)(?:and|und|et|y|in|\p{Lu}[\p{L}’'-]*)){1,12}$/u
/** Bylines stand among the first paragraphs; further down “By Friday” is the article's. */
const HEAD = 4

/** Leaves out what the page says beside the article: lines that are links, lines that lead away, dates and shares on their own lines. */
export function dropOwnWords(paragraphs: readonly Paragraph[]): Paragraph[] {
  const kept: Paragraph[] = []
  let isAside = false
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'heading') isAside = leadsAway(paragraph.text)
    const isProse = paragraph.kind !== 'heading' && paragraph.text.length - paragraph.linked > 120
    if (isAside && isProse) isAside = false
    if (!isAside && !isOwnWord(paragraph) && !(kept.length < HEAD && isByline(paragraph))) kept.push(paragraph)
  }
  while (kept.at(-1)?.kind === 'heading') kept.pop()
  return kept
}

function leadsAway(text: string): boolean {
  return text.length < 100 && LEADS_AWAY.test(text)
}

function isOwnWord({ text, linked }: Paragraph): boolean {
  if (text.length < 250 && linked > text.length * 0.7) return true
  if (text.length < 200 && LEADS_AWAY.test(text) && (linked > 0 || text.length < 60)) return true
  return text.length < 160 && text.split('\n').every((line) => OWN_WORDS.test(line) || DATE_ALONE.test(line))
}

function isByline({ text }: Paragraph): boolean {
  return text.length < 160 && text.split('\n').every((line) => BYLINE.test(line) || DATE_ALONE.test(line) || OWN_WORDS.test(line))
}
