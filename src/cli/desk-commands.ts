import { type Command, Option } from 'commander'

const STORE = ['--store <place>', 'file of the library, or postgres://… (without it: $READOUT_STORE, else a file among your data)'] as const
const SINCE = ['--since <date>', 'what was published from a day on (2024-03-14)'] as const
const UNTIL = ['--until <date>', 'what was published up to a day'] as const

/** The commands of a news desk: a draft held against the library, alerts, briefs. */
export function addDeskCommands(program: Command): void {
  program
    .command('check')
    .description('hold each quotation and each claim “X said …” of a draft against the library')
    .argument('<draft>', 'text, page (.html) or paper (.pdf, .docx); - for standard input')
    .option(...STORE)
    .option(...SINCE)
    .option(...UNTIL)
    .option('--date <date>', 'day of the draft, by which its offices are read')
    .addOption(new Option('--format <format>', 'how the findings are written').choices(['text', 'json', 'csv', 'html']).default('text'))
    .addHelpText(
      'after',
      '\nExit code 0: all stand; 1: something does not.\n\nExamples:\n  readout check draft.txt\n  readout check draft.docx --format html > check.html',
    )
    .action(async (draft: string, options) => (await import('./check.ts')).runCheck(draft, { ...program.opts(), ...options }))

  program
    .command('alerts')
    .description('tell of facts that satisfy rules, each once: to a feed, a webhook or standard output')
    .argument('<rules>', 'file of rules (JSON; docs/desk.md tells how they are written)')
    .option(...STORE)
    .option('--feed <path>', 'add them to the feeds PATH.atom and PATH.json')
    .option('--webhook <address>', 'send each by POST, signed with the secret in $READOUT_WEBHOOK_SECRET')
    .option('--allow-private', 'let the webhook lie in a private network or on this machine')
    .option('--since <date>', 'what was published from a day on, whenever it was taken in (without it: what was read since the last run)')
    .addOption(new Option('--format <format>', 'how they are written to standard output').choices(['text', 'jsonl']).default('text'))
    .option('--check', 'only check the file of rules')
    .addHelpText(
      'after',
      '\nExit code 0: told; 1: nothing new.\n\nExamples:\n  readout alerts rules.json\n  readout alerts rules.json --feed /var/www/alerts\n  READOUT_WEBHOOK_SECRET=… readout alerts rules.json --webhook https://hooks.example/readout',
    )
    .action(async (rules: string, options) => (await import('./alerts.ts')).runAlerts(rules, { ...program.opts(), ...options }))

  program
    .command('report')
    .description('a brief on two, or on words, in which every line leads to its words')
    .argument('[names...]', 'two: countries, organisations or people')
    .option(...STORE)
    .option('--find <words>', 'what is found by words, in place of two names')
    .option(...SINCE)
    .option(...UNTIL)
    .addOption(new Option('--format <format>', 'how it is written').choices(['html', 'markdown']).default('html'))
    .option('--output <file>', 'file to write (without it: standard output)')
    .addHelpText(
      'after',
      '\nExamples:\n  readout report Belmora Ostria --since 2024-01-01 --output brief.html\n  readout report --find "grain corridor" --format markdown',
    )
    .action(async (names: string[], options) => (await import('./report.ts')).runReport(names, { ...program.opts(), ...options }))
}
