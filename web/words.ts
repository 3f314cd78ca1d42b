/** Every word that the pages say, in one place, so that they can be said in another language. Names of facts are those of docs/readout-format.md. */

const one = (n: number, word: string, words = `${word}s`) => `${n.toLocaleString('en')} ${n === 1 ? word : words}`

// biome-ignore format: many words of a kind on a line.
export const WORDS = {
  name: 'Readout', skip: 'Skip to the page',
  pages: {
    home: 'Library', find: 'Find', pairs: 'Pair', network: 'Network', review: 'Review', saved: 'Saved', collections: 'Collections', check: 'Check',
    sources: 'Sources', reports: 'Brief', api: 'API',
  },
  shell: {
    pages: 'Pages', theme: 'Theme',
    themes: { auto: 'as the system', light: 'light', dark: 'dark' },
    keys: 'Keys', signIn: 'Sign in', signOut: 'Sign out', loading: 'Loading …', lost: 'The server does not answer. What you see may be old; we keep trying.',
    back: 'The server is back.', notFound: 'There is no such page.', tryAgain: 'Try again', more: 'More', close: 'Close', save: 'Save',
    cancel: 'Cancel', table: 'The same as a table', mustSignIn: 'You have to sign in to see this.',
  },
  problems: {
    unreachable: 'The server does not answer.', unreachableMore: 'Is it still running? The page tries again by itself once it is back.',
    failed: 'That did not work.', several: (name: string) => `“${name}” is the name of several. Whom do you mean?`,
    overtaken: 'Somebody else has decided about this fact in the meantime. Here is how it stands now; decide again if you still want to.',
  },
  keys: {
    title: 'Keys', use: 'Use single keys on these pages', nextFact: 'next fact', previousFact: 'previous fact',
    nextMention: 'next place of this fact in the text', previousMention: 'previous place', accept: 'accept the fact', reject: 'reject it', edit: 'edit it',
    speaker: 'who speaks', comment: 'comment', undo: 'undo the last decision about it', search: 'search', leave: 'let go of the fact', help: 'this list',
    words: 'In the editor of words: arrows move the end, Shift and arrows the beginning.',
  },
  home: {
    title: 'Library', paste: 'Read a text now', pasteMore: 'Nothing is kept. Paste an article, or give the address of one.', text: 'Text or address',
    date: 'Published on', read: 'Read', reading: 'Reading …', keep: 'Add to the library', latest: 'Latest articles',
    live: 'New articles appear here by themselves.', empty: 'The library is empty. Paste a text above, or add articles with “readout add”.',
    fresh: (n: number) => `${one(n, 'new article')}: show`, added: 'On its way into the library.', here: 'Read it in this browser instead: the text does not leave this machine.',
  },
  readHere: {
    title: 'Read in this browser', intro: 'The text does not leave this machine: the models come to it, some 12 MB, once.', text: 'Text',
    coming: 'The models are on their way',
  },
  article: {
    untitled: 'Without a title', text: 'Article', facts: 'What was found', by: 'By', original: 'Original page', address: 'Where it was published',
    versions: (n: number) => one(n, 'version'), copies: (n: number) => one(n, 'copy', 'copies'), copied: (n: number) => `and ${one(n, 'copy', 'copies')}`,
    seen: 'seen', truncated: 'The page showed only a part of the article.', layers: 'Mark',
    layerNames: { source: 'speakers', cue: 'words of saying', content: 'what is said', event: 'events', comparison: 'comparisons', hedge: 'hedges' },
    unknown: 'What is not known', nothingUnknown: 'Nothing is left open.', displaced: 'Decisions that find no place any more',
    displacedBy: (who: string, says: string) => `${who}: ${says}`, citation: 'Link to this fact', noFacts: 'No facts were found.', kinds: 'Show',
    panes: 'Show the article or the facts', add: 'Add a fact', addMore: 'Select words in the article first, or hold on to a fact.',
    pasted: 'A text that is not kept', goneReading: 'This reading was not kept. Paste the text again.', where: 'Show in the text',
    place: (n: number, all: number) => `place ${n} of ${all}`,
  },
  fact: {
    statement: 'Statement', event: 'Event', cooperation: 'Cooperation', comparison: 'Comparison',
    counts: {
      statement: (n: number) => one(n, 'statement'), event: (n: number) => one(n, 'event'), cooperation: (n: number) => one(n, 'cooperation', 'cooperations'),
      comparison: (n: number) => one(n, 'comparison'),
    },
    sort: (kind: string, sort: string) => (sort ? `${kind}: ${sort}` : kind),
    plural: { statement: 'statements', event: 'events', cooperation: 'cooperation', comparison: 'comparisons', article: 'articles' },
    nobody: 'nobody named', anonymous: 'anonymous', onBehalf: (name: string) => `for ${name}`, to: (name: string) => `to ${name}`,
    at: (name: string) => `at ${name}`, on: (words: string) => `on ${words}`, host: (name: string) => `host ${name}`,
    mediator: (name: string) => `mediator ${name}`, toldBy: (name: string) => `told by ${name}`, since: (day: string) => `since ${day}`, negated: 'not said',
    hedged: 'hedged', sure: (share: number) => `${Math.round(share * 100)} %`,
    sureMore: (share: number) => `The machine is ${Math.round(share * 100)} % sure.`,
    noStage: 'no stage told',
    differs: (field: string, human: string, machine: string) => `The machine now reads ${field} as ${machine}; a person decided ${human}.`, about: 'about',
  },
  unknownOf: {
    speaker: (words: string) => `Who is meant by “${words}”, who speaks`, noSpeaker: 'Who says this', date: (words: string) => `When: “${words}”`,
    noDate: 'When this was', realis: 'Whether this happened', place: (words: string) => `Where “${words}” is`, stage: 'How far this cooperation is',
  },
  review: {
    title: 'Review', intro: 'Facts that the machine is least sure of and that matter most come first.', all: 'all kinds', accept: 'Accept', reject: 'Reject',
    edit: 'Edit', speaker: 'Speaker', comment: 'Comment', undo: 'Undo', accepted: 'accepted', rejected: 'rejected', corrected: 'corrected',
    added: 'added by hand', done: 'Saved.', undone: 'Undone.', empty: 'Nothing waits for review.', why: 'Why here', open: 'Open in the article',
    agreement: 'Agreement between reviewers',
    alpha: (alpha: number | null, shared: number) =>
      alpha === null ? 'No two reviewers have judged the same fact yet.' : `Krippendorff’s alpha ${alpha.toFixed(2)} on ${one(shared, 'fact')}`,
    golden: 'Corrections as golden articles', history: 'Decisions', act: 'Act', kind: 'Kind', type: 'Type', realis: 'Did it happen?', area: 'Area',
    stage: 'Stage', claim: 'Claim', negated: 'not said', who: 'Who speaks', nobody: 'nobody named', words: 'Words', note: 'Comment',
    wordsHelp: 'Choose a word to move the nearer end there. Arrow keys move the end, with Shift the beginning.', earlier: 'earlier', later: 'later',
    first: 'Beginning', last: 'End', chosen: 'Chosen words', undoMerge: 'Undo',
  },
  find: {
    who: 'Known by this name',     title: 'Find', words: 'Words', wordsMore: 'Words, “phrases”, beginnings*, OR, -not', go: 'Find', kind: 'Kind', speaker: 'Speaker', about: 'About',
    country: 'Country', area: 'Area', act: 'Act', type: 'Event', realis: 'Realis', source: 'Source', since: 'From', until: 'To', sort: 'Order',
    newest: 'newest first', relevance: 'most relevant first', any: 'any', filters: 'Filters',
    results: (n: number, hasMore: boolean) => `${one(n, 'result')}${hasMore ? ' so far' : ''}`, nothing: 'Nothing found.',
    unknown: (names: readonly string[]) => `Nobody in this library is called ${names.map((name) => `“${name}”`).join(' or ')}.`, save: 'Save this search',
    saveTitle: 'Name of the search', exports: 'Take along', start: 'Type words, or choose filters. Every result shows the sentence that it stands on.',
  },
  identity: {
    toldIn: 'Told of in',     kinds: { person: 'Person', country: 'Government', organization: 'Organisation', place: 'Place', group: 'Group', document: 'Document' } as Readonly<
      Record<string, string>
    >,
    names: 'Names', told: (n: number) => `${n}×`, seen: (from: string, to: string) => `told of from ${from} to ${to}`, said: 'What was said', on: 'On',
    byTopic: 'By topic', byMonth: 'By month', met: 'Met', times: (n: number) => one(n, 'time'), merge: 'Is the same as',
    mergeMore: 'Both become one, in articles to come too. You can undo it.', mergeGo: 'Make them one', split: 'Is somebody else in …',
    splitMore: 'Choose the articles that mean somebody else.', splitGo: 'Part them', decisions: 'Decisions about who is who', links: 'Known as',
    articles: (n: number) => one(n, 'article'), otherReports: (n: number) => `also in ${one(n, 'other report')}`, disagrees: 'reported otherwise',
    month: 'Month', topic: 'Topic', count: 'Statements',
  },
  pair: {
    title: 'Pair', intro: 'What happened between two: meetings, promises, cooperation.', one: 'One side', other: 'Other side', go: 'Show',
    lastMet: (day: string) => `Last met on ${day}.`, never: 'No meeting is told.', timeline: 'Over time', ledger: 'Cooperation, area by stage', map: 'Where',
    mapMore: 'States on the map that the facts name as places. Places of no known state stand in the table alone.', entries: 'Entry by entry', day: 'Day',
    what: 'What', told: 'Told in', place: 'Place', count: 'Facts',
    kinds: { meeting: 'meetings', promise: 'promises', event: 'other events', cooperation: 'cooperation', comparison: 'comparisons' },
    counts: {
      meeting: (n: number) => one(n, 'meeting'), promise: (n: number) => one(n, 'promise'), event: (n: number) => one(n, 'other event'),
      cooperation: (n: number) => one(n, 'cooperation', 'cooperations'), comparison: (n: number) => one(n, 'comparison'),
    },
    kind: { meeting: 'Meeting', promise: 'Promise', event: 'Event', cooperation: 'Cooperation', comparison: 'Comparison' },
    outcomes: { kept: 'kept, by the words', broken: 'broken, by the words', repeated: 'repeated, by the words' },
    reported: 'day of the report', noPlaces: 'No places are told.', noCooperation: 'No cooperation is told.',
  },
  network: {
    title: 'Network', kind: 'Tied by', met: 'who met whom', speaks: 'who speaks of whom', go: 'Show', from: 'Who', to: 'Whom', count: 'How often',
    first: 'First', last: 'Last', told: (nodes: number, edges: number) => `${one(nodes, 'name')}, ${one(edges, 'tie')}`,
    picture: 'Picture of the network; the table below has the same',
  },
  saved: {
    title: 'Saved searches', intro: 'Each is a feed: what is new in it reaches you once.', atom: 'Atom', json: 'JSON feed', open: 'Open', remove: 'Remove',
    empty: 'No search is saved. Save one from “Find”.', by: (who: string, day: string) => `by ${who}, ${day}`,
  },
  collections: {
    title: 'Collections', intro: 'Facts and articles that a desk shares and cites.', name: 'Name', make: 'Make a collection',
    empty: 'There is no collection yet.', items: (n: number) => one(n, 'item'), noItems: 'Nothing is in it yet. Add facts from an article.',
    add: 'Collect', addTo: 'Add to', remove: 'Take out',
  },
  check: {
    title: 'Check a draft', intro: 'Each quotation and each “X said …” is held against the library. Nothing is kept.', text: 'Draft', go: 'Check',
    going: 'Checking …', library: 'In the library', nothing: 'The draft quotes nobody.',
    verdicts: {
      stands: 'Stands so', similar: 'Similar words stand', 'other-words': 'Stands with other words', 'speaker-open': 'Stands, but who said it is not told',
      'other-speaker': 'Said by somebody else', 'not-found': 'Not found',
    } as Readonly<Record<string, string>>,
  },
  sources: {
    title: 'Sources', add: 'Add articles', addMore: 'An address of a page, feed or sitemap, or a text.', addGo: 'Add', fine: 'fine', name: 'Source',
    articles: 'Articles', copies: 'Copies', day: 'A day', checked: 'Last checked', state: 'State', retry: 'Try again', watched: 'watched', watch: 'Watch',
    unwatch: 'Do not watch', failed: (n: number) => one(n, 'failure'), empty: 'No source yet.', progress: 'Under way', never: 'never',
  },
  reports: {
    title: 'Brief', intro: 'A report to print, in which every line is linked to its words.', words: 'Or words', go: 'Write', print: 'Print',
    html: 'as a page', markdown: 'as Markdown', sources: 'Sources',
  },
  signIn: { title: 'Sign in', name: 'Name', password: 'Password', go: 'Sign in', hello: (name: string) => `Signed in as ${name}.` },
  api: {
    title: 'The API', intro: 'All that these pages show. The contract is an OpenAPI document.', document: 'OpenAPI document',
    body: 'Body (JSON)', send: 'Send', answer: 'Answer', required: 'needed',
  },
} as const
