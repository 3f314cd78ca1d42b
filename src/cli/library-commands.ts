import { type Command, Option } from 'commander'

const STORE = ['--store <place>', 'file of the library, or postgres://… (without it: $READOUT_STORE, else a file among your data)'] as const
const PARALLEL = ['--parallel <number>', 'threads that read at once (without it: one a core, four at most)'] as const
const ALLOW_PRIVATE = ['--allow-private', 'let the hosts that you name lie in a private network or on this machine'] as const

function formats(...choices: string[]): Option {
  return new Option('--format <format>', 'how the answer is written').choices(choices).default('text')
}

/** The commands that fill and keep the library. */
export function addLibraryCommands(program: Command): void {
  addIntakeCommands(program)
  addKeepingCommands(program)
  addStoreCommands(program)
  addPeopleCommands(program)
}

function addIntakeCommands(program: Command): void {
  program
    .command('add')
    .description('take articles into the library: files, folders, pages, feeds, sitemaps, archives')
    .argument('[targets...]', 'files, folders, addresses (https://…), .jsonl, .csv, .warc, .opml')
    .option(...STORE)
    .option('--source <name>', 'name of the source (without it: the feed, archive, folder or site)')
    .option('--retry', 'try again what failed before and may pass now')
    .option(...PARALLEL)
    .option(...ALLOW_PRIVATE)
    .addHelpText('after', '\nExamples:\n  readout add archive/ monday.jsonl\n  readout add https://news.example/feed.xml\n  readout add --retry')
    .action(async (targets: string[], options) => (await import('./add.ts')).runAdd(targets, { ...program.opts(), ...options }))

  program
    .command('watch')
    .description('check feeds and sitemaps at their own pace and take in what is new, until stopped')
    .argument('[targets...]', 'OPML, a file with an address a line, or addresses (without any: the sources that are watched)')
    .option(...STORE)
    .option('--once', 'check each source once, now, and end')
    .option(...PARALLEL)
    .option(...ALLOW_PRIVATE)
    .addHelpText('after', '\nExamples:\n  readout watch feeds.opml\n  readout watch --once')
    .action(async (targets: string[], options) => (await import('./watch.ts')).runWatch(targets, { ...program.opts(), ...options }))

  const sources = program
    .command('sources')
    .description('where articles come from, and how each source does')
    .option(...STORE)
    .addOption(formats('text', 'json', 'jsonl'))
    .addHelpText('after', '\nExamples:\n  readout sources\n  readout sources set news.example --keep-days 90 --export-text no')
    .action(async (options) => (await import('./sources.ts')).runSources(options))

  sources
    .command('set')
    .description('how long its articles are kept, whether their text may leave, whether it is watched')
    .argument('<name>', 'name of the source')
    .option('--keep-days <days>', 'forget its articles so many days after their publication; “all” keeps them')
    .addOption(new Option('--export-text <yes>', 'whether exports may hold the full text').choices(['yes', 'no']))
    .addOption(new Option('--watch <yes>', 'whether “readout watch” checks it').choices(['yes', 'no']))
    .action(async (name: string, options) => (await import('./sources.ts')).runSourcesSet(name, { ...sources.opts(), ...options }))
}

function addKeepingCommands(program: Command): void {
  program
    .command('reread')
    .description('read the articles of the library again, with the models of today; what people decided stays')
    .option(...STORE)
    .option('--changed', 'only what another version, other models or other knowledge read')
    .option(...PARALLEL)
    .addHelpText('after', '\nExample:\n  readout reread --changed')
    .action(async (options) => (await import('./reread.ts')).runReread({ ...program.opts(), ...options }))

  program
    .command('forget')
    .description('take articles out of the library, its index and its exports to come; shows them and asks')
    .option(...STORE)
    .option('--article <article>', 'number, address or key of an article')
    .option('--source <name>', 'all that a source brought')
    .option('--before <date>', 'what was published before a day (2024-03-14)')
    .option('--person <name>', 'all articles that tell of somebody (a name, or a number like “#12”)')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExamples:\n  readout forget --source news.example --before 2024-01-01\n  readout forget --person "#12" --yes')
    .action(async (options) => (await import('./forget.ts')).runForget(options))

  program
    .command('changes')
    .description('what new versions of articles took out, put in or worded otherwise')
    .option(...STORE)
    .option('--since <date>', 'found on or after this day (2024-03-14)')
    .option('--limit <number>', 'versions, the latest first', '50')
    .addOption(formats('text', 'json', 'jsonl'))
    .addHelpText('after', '\nExample:\n  readout changes --since 2024-03-01')
    .action(async (options) => (await import('./changes.ts')).runChanges(options))
}

function addStoreCommands(program: Command): void {
  const store = program.command('store').description('the file or database that the library lies in')
  store
    .command('check')
    .description('hold the store against itself: every span, every fact, the index')
    .option(...STORE)
    .action(async (options) => (await import('./store.ts')).runStoreCheck(options))
  store
    .command('copy')
    .description('copy a store into an empty one, of either engine')
    .requiredOption('--from <place>', 'a file, or postgres://…')
    .requiredOption('--to <place>', 'a new file, or an empty database')
    .action(async (options) => (await import('./store.ts')).runStoreCopy(options))
  store
    .command('backup')
    .description('copy the store into a new file while it is in use')
    .argument('<file>', 'the new file')
    .option(...STORE)
    .action(async (file: string, options) => (await import('./store.ts')).runStoreBackup(file, options))
  store
    .command('measure')
    .description('how large it is, and how much is in it')
    .option(...STORE)
    .addOption(formats('text', 'json'))
    .action(async (options) => (await import('./store.ts')).runStoreMeasure(options))
}

function addPeopleCommands(program: Command): void {
  const people = program.command('people').description('who is who across the articles of the library, and your decisions about it')
  people
    .command('show')
    .description('who is called so, with numbers, names and articles')
    .argument('<name>', 'a name, or a number like “#12”')
    .option(...STORE)
    .addOption(formats('text', 'json'))
    .action(async (name: string, options) => (await import('./people.ts')).runPeopleShow(name, options))
  people
    .command('merge')
    .description('make two one, now and in articles to come')
    .argument('<kept>', 'name or number of the one that stays')
    .argument('<gone>', 'name or number of the one that becomes it')
    .option(...STORE)
    .action(async (kept: string, gone: string, options) => (await import('./people.ts')).runPeopleMerge(kept, gone, options))
  people
    .command('split')
    .description('make whom some articles mean another one')
    .argument('<name>', 'name or number')
    .requiredOption('--articles <articles>', 'numbers or addresses of the articles, with commas between')
    .option(...STORE)
    .action(async (name: string, options) => (await import('./people.ts')).runPeopleSplit(name, options))
  people
    .command('undo')
    .description('take a decision back')
    .argument('<number>', 'number of the decision')
    .option(...STORE)
    .action(async (number: string, options) => (await import('./people.ts')).runPeopleUndo(number, options))
  people
    .command('decisions')
    .description('what was decided and stands')
    .option(...STORE)
    .addOption(formats('text', 'json'))
    .action(async (options) => (await import('./people.ts')).runPeopleDecisions(options))
}
