/** Every limit of the program, in one place. What goes beyond one shows up as a notice or a clear sentence. */
export const LIMITS = {
  /** UTF-16 units of one article: some eight million words. Longer texts are told as `too-long` and not read. */
  articleUnits: 50_000_000,
  /** Notices of one kind that a record carries; further ones are only counted. */
  noticesOfAKind: 100,
  /** UTF-16 units of a page's source that are parsed. The largest of 300 pages of the corpus has 2.3 million. */
  pageUnits: 24_000_000,
  /** Elements of a page that are read, and characters of text. Long live blogs have some 10,000. */
  pageElements: 40_000,
  pageTextUnits: 2_000_000,
  /** Levels of elements inside each other; what lies deeper is dissolved in its parent. Pages of newspapers have 20 to 40. */
  pageDepth: 150,
  /** Levels at which a page is given up: the parser's time grows with their square. */
  pageLevels: 24_000,
  /** Elements and characters of text up to which a page is given to Readability, whose time grows faster than the page. */
  readabilityElements: 8_000,
  readabilityUnits: 500_000,
  /** How long one page is read; then what was found until then is taken. The slowest of 300 pages of the corpus takes 190. */
  pageMs: 1_500,
  /** Memory of the worker that reads pages and papers. */
  pageMemoryMb: 1_024,
  /** A paper (PDF, DOCX): bytes, bytes once unpacked, pages, characters of text, milliseconds. */
  paperBytes: 100_000_000,
  paperUnpackedBytes: 200_000_000,
  paperPages: 2_000,
  paperUnits: 5_000_000,
  paperMs: 30_000,
  /** Bytes of one answer over the network: as sent, as unpacked, and of its headers. Pages of newspapers have some 0.2 to 2 million. */
  fetchBytes: 20_000_000,
  fetchExpandedBytes: 60_000_000,
  fetchHeaderBytes: 64_000,
  fetchRedirects: 5,
  /** UTF-16 units of an address. */
  fetchAddressUnits: 4_096,
  /** Until a connection stands; while no byte comes; for one answer with all its redirects, however steadily it drips. */
  fetchConnectMs: 10_000,
  fetchSilenceMs: 15_000,
  fetchTotalMs: 60_000,
  /** Further attempts after a failure that may pass, the first after about this long, each next after twice the time. */
  fetchRetries: 2,
  fetchRetryMs: 2_000,
  /** Between two requests to one host; the longest that its Crawl-delay or Retry-After is waited for. */
  hostPauseMs: 1_000,
  hostWaitMs: 120_000,
  /** How long a host that cannot be reached, or whose robots.txt cannot, is left alone; how long a robots.txt counts (RFC 9309: a day at most). */
  hostRestMs: 600_000,
  robotsAgeMs: 86_400_000,
  /** Requests under way at once, one a host; items taken in ahead of the first that is not done. */
  fetchesInFlight: 4,
  itemsAhead: 32,
  /** Bytes of a robots.txt that are read (RFC 9309: at least 500 KiB). */
  robotsBytes: 512_000,
  /** Items of one feed; sitemaps below one sitemap, and how deep they stand; folders inside each other. */
  feedItems: 20_000,
  sitemapFiles: 2_000,
  sitemapDepth: 3,
  folderDepth: 64,
  /** Bytes of a file that must be read whole (a page, a feed); of one line, row or archive record, unpacked. */
  fileBytes: 200_000_000,
  lineBytes: 64_000_000,
  recordBytes: 64_000_000,
  /** Bytes of a feed or sitemap, which is parsed in one go (the sitemap protocol allows 50 MB). */
  listBytes: 50_000_000,
  /** How much a packed stream of lines may grow: text seldom packs better than 1 to 20. Counted beyond the first 100 million bytes. */
  expansionRatio: 200,
  /** Between two checks of a source, and keys of it that are remembered. */
  checkLeastMs: 300_000,
  checkMostMs: 86_400_000,
  sourceKeys: 10_000,
  /** Bytes of one packed record of the store, unpacked: the record of the longest article stays below. */
  unpackedBytes: 1_000_000_000,
  /** How long a write to the store waits for others, and one step of a PostgreSQL store takes at most. */
  storeWaitMs: 60_000,
  storeQueryMs: 300_000,
  /** Connections of a process to a PostgreSQL store, and how long opening one may take. */
  storeConnections: 8,
  storeConnectMs: 10_000,
  /** UTF-16 units of a key and of a name that the store keeps: an index of PostgreSQL holds no more than 2,700 bytes. */
  keyUnits: 600,
  nameUnits: 200,
  /** UTF-16 units kept on each side of a fact as its sentence. */
  sentenceUnits: 2_000,
  /** Words of one search of the store. */
  searchWords: 100,
  /** UTF-16 units of a text whose words PostgreSQL finds (its limit is a megabyte of words and places). */
  searchUnits: 400_000,
  /** Articles, the newest, among which the most relevant is looked for: all their words are read. */
  relevanceArticles: 200,
  /** Rows, and UTF-16 units of text, that wait for one row group of a Parquet table. */
  parquetRows: 20_000,
  parquetUnits: 8_000_000,
  /** Parts of a quotation that a check of a draft looks for; UTF-16 units of an article whose words outside of statements it looks through. */
  checkParts: 400,
  checkUnits: 2_000_000,
  /** A file of rules: bytes, rules, UTF-16 units of one of its strings. */
  ruleBytes: 1_000_000,
  rules: 1_000,
  ruleUnits: 500,
  /** Alerts of a rule in one run; further ones wait for the next. Items of a feed of alerts. */
  alertsARun: 500,
  feedAlerts: 200,
  /** A delivery to a webhook: milliseconds for one attempt, further attempts, the first after about this long and each next after twice the time. */
  webhookMs: 15_000,
  webhookRetries: 4,
  webhookRetryMs: 1_000,
  webhookWaitMs: 60_000,
  /** Lines of one section of a report. */
  reportLines: 200,
  /** A request to the server: bytes of its body and headers, levels of JSON inside each other, how long it may take to arrive. */
  requestBytes: 10_000_000,
  requestHeaderBytes: 32_768,
  requestDepth: 64,
  requestHeaderMs: 5_000,
  requestMs: 30_000,
  /** UTF-16 units of a text that the server reads, and texts that wait for their turn: further ones are asked to come later. */
  readingUnits: 500_000,
  readingsWaiting: 8,
  /** Intakes that wait for their turn. */
  intakesWaiting: 20,
  /** Who listens for news at once; what waits for one that reads too slowly, who is then let go and comes back for the rest. */
  liveListeners: 1_000,
  liveWaiting: 1_000,
  /** Between two looks for what other processes wrote; between two signs of life. */
  livePollMs: 1_000,
  liveBeatMs: 15_000,
  /** Bytes of reading pages that the server keeps ready. */
  pageCacheBytes: 64_000_000,
  /** Hits of a search whose values are counted. */
  facetHits: 500,
  /** Words of a fact up to which its place is found again when some of them were changed: time grows with their square. */
  anchorWords: 400,
  /** A correction: UTF-16 units as it is kept, of a comment, of a name that a reviewer gives; items of one list. */
  correctionUnits: 2_000_000,
  commentUnits: 4_000,
  reviewNameUnits: 200,
  reviewItems: 100,
  /** Facts of each kind, the least certain, among which the queue of review is ordered by effect. */
  reviewCandidates: 2_000,
  /** Signs of a password, at least and at most; of the name of an account or token. */
  passwordLeast: 10,
  passwordMost: 500,
  accountNameUnits: 64,
  /** How long a session lasts without a request, and at all; how often it is noted that it was used. */
  sessionIdleMs: 43_200_000,
  sessionMs: 604_800_000,
  sessionNoteMs: 60_000,
  /** Attempts to sign in before one has to wait: of one name from one address, from one address, for one name; the longest wait; what is remembered. */
  attemptsTogether: 5,
  attemptsAddress: 20,
  attemptsName: 50,
  attemptWaitMs: 900_000,
  attemptKeys: 10_000,
} as const
