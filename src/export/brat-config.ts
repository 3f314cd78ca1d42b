import { AREAS } from '../document/cooperation.ts'
import { EVENT_TYPES } from '../document/news-event.ts'
import { ACTS } from '../document/statement.ts'

const EVENT = [
  ...['Actor*:<ENTITY>', 'Recipient*:<ENTITY>', 'Host*:<ENTITY>', 'Mediator*:<ENTITY>', 'Place?:<ENTITY>', 'Date?:Date', 'Mention*:Mention'],
  ...['RealisCue*:RealisCue', 'StatedIn?:<EVENT>', 'UtteredIn?:<EVENT>'],
].join(', ')
const STATEMENT = [...['Source?:<ENTITY>', 'OnBehalfOf?:<ENTITY>', 'Addressee?:<ENTITY>', 'Quotation*:Quotation', 'Hedge*:Hedge', 'Within?:<EVENT>']].join(', ')

/** `annotation.conf`: what brat has to know of the types that the export writes. */
export const BRAT_CONFIG = `[entities]
Person
Country
Organization
Place
Group
Document
Role
Words
Content
Quotation
Hedge
Mention
Date
RealisCue

[relations]
RoleOf Arg1:Role, Arg2:<ENTITY>
Within Arg1:Role, Arg2:<ENTITY>
Refers Arg1:Words, Arg2:<ENTITY>
Equiv Arg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive

[events]
Statement Content:Content, ${STATEMENT}
FreeQuotation ${STATEMENT}
${EVENT_TYPES.map((type) => `${type} ${EVENT}`).join('\n')}
Cooperation Party+:<ENTITY>, RealisCue*:RealisCue, StatedIn?:<EVENT>
Comparison Since?:Date, About?:<EVENT>, StatedIn?:<EVENT>

[attributes]
Form Arg:<ENTITY>, Value:name|nominal|pronoun|metonym|demonym
Unclosed Arg:Quotation
Grain Arg:Date, Value:day|week|month|quarter|year
Status Arg:Date, Value:exact|approximate|unresolved
Kind Arg:<EVENT>, Value:direct|mixed|indirect
Act Arg:<EVENT>, Value:${ACTS.join('|')}
SourceKind Arg:<EVENT>, Value:person|government|organization|group|document|anonymous
Negated Arg:<EVENT>
Realis Arg:<EVENT>, Value:happened|ongoing|planned|hypothetical|denied|unknown
Mode Arg:<EVENT>
Area Arg:<EVENT>, Value:${AREAS.join('|')}
Stage Arg:<EVENT>, Value:originating|expanding|longstanding|aspirational|suspended|ended
Claim Arg:<EVENT>, Value:first|last|most|least|again|since|gap
`
