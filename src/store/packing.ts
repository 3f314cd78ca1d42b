/**
 * What the packed form of records is written with. Stored records are read by these lists: entries are only ever added at
 * the end, never moved, changed or taken out; what is not in them is written in full.
 */

/** Keys of the objects of a record, in their order. A record with other keys is still kept exactly. */
export const SHAPES: readonly string[] = [
  'start,end,text',
  'format,offsetUnit,article,entities,statements,events,cooperation,comparisons,notices',
  'source,title,publisher,authors,publishedOn,language',
  'id,kind,name,country,roles,link,mentions',
  'title,of,span',
  'start,end,text,form',
  'iso3',
  'wikidata',
  'iso3,wikidata',
  'id,kind,act,source,cue,content,quotations,addressee,within,negated,hedges,confidence',
  'span,entity,kind,onBehalfOf',
  'spans,lemma',
  'spans',
  'start,end,text,closed',
  'span,entity',
  'id,type,mode,trigger,mentions,participants,place,date,realis,realisCues,areas,statedIn,utteredIn,confidence',
  'role,span,entity',
  'span,start,end,grain,status',
  'id,between,area,stage,spans,realis,realisCues,statedIn,confidence',
  'id,claim,span,since,about,statedIn,confidence',
  'code,message,span',
  '',
]

/** Strings that most records hold, a byte each. */
export const WORDS: readonly string[] = [
  ...['readout/1', 'utf16', 'en', 'person', 'country', 'organization', 'place', 'group', 'document', 'name', 'nominal', 'pronoun', 'metonym', 'demonym'],
  ...['direct', 'mixed', 'indirect', 'say', 'ask', 'promise', 'threaten', 'deny', 'decline', 'think', 'intend', 'judge', 'decide', 'show'],
  ...['government', 'anonymous', 'actor', 'recipient', 'host', 'mediator', 'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'],
  ...['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'meeting', 'visit', 'phone', 'multilateral'],
  ...['third-party', 'happened', 'ongoing', 'planned', 'hypothetical', 'denied', 'unknown', 'day', 'week', 'month', 'quarter', 'year', 'exact'],
  ...['approximate', 'unresolved', 'originating', 'expanding', 'longstanding', 'aspirational', 'suspended', 'ended', 'first', 'last', 'most', 'least'],
  ...['again', 'since', 'gap', 'tell', 'know', 'believe', 'call', 'according to', 'add', 'write', 'accord', 'allege', 'want', 'report', 'argue', 'announce'],
  ...[
    'suggest',
    'warn',
    'insist',
    'claim',
    'accuse',
    'describe',
    'USA',
    'GBR',
    'RUS',
    'CHN',
    'IRQ',
    'FRA',
    'UKR',
    'IRN',
    'DEU',
    'ISR',
    'president',
    'President',
  ],
]

/**
 * What a byte of the structure means. `word` and above: an entry of WORDS; from `shape` on: an entry of SHAPES. `told`: a string that the words
 * of a span inside the same object give back; `ownId`: the id that follows the one before it (“e7” after “e6”).
 */
export const CODE = {
  null: 0,
  true: 1,
  false: 2,
  whole: 3,
  hundredths: 4,
  string: 5,
  number: 6,
  list: 7,
  object: 8,
  reference: 9,
  told: 14,
  ownId: 15,
  shape: 16,
  word: 80,
} as const

/** Letters of the ids of a record's facts: the code of “v7” is `reference` + 2. */
export const LETTERS = 'esvck'

/** Bytes of the article that its record is packed against: its names stand there already. */
export const DICTIONARY_BYTES = 200_000
