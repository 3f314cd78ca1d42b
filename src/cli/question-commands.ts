import { type Command, Option } from 'commander'

/** The commands that ask the library. */
export function addQuestionCommands(program: Command): void {
  addAsking(program.command('find'), 'where words stand: facts whose own sentence holds them all, and articles')
    .argument('[words...]', 'words that must all stand; "a phrase" in quotation marks, sanction*, OR, -not; none with filters')
    .option('--speaker <name>', 'said by, or for, this person, country or body')
    .option('--about <name>', 'about: told of in what is said, or taking part')
    .option('--country <name>', 'of this country, its people and bodies')
    .option('--area <area>', 'area of cooperation: space, energy, trade …')
    .option('--act <act>', 'of a statement: say, promise, deny …')
    .option('--type <type>', 'of an event: CONSULT, AGREE, SANCTION …')
    .option('--realis <realis>', 'happened, ongoing, planned, hypothetical, denied or unknown')
    .option('--source <name>', 'from this source or outlet')
    .option('--kind <kinds>', 'article, statement, event, cooperation, comparison; several with commas')
    .addOption(new Option('--sort <order>', 'newest first, or the most relevant of the newest').choices(['newest', 'relevance']).default('newest'))
    .addHelpText(
      'after',
      '\nExamples:\n  readout find grain corridor\n  readout find sanction* --speaker "Ilva Brandt" --since 2024-03-01\n  readout find --type CONSULT --realis denied --country Belmora',
    )
    .action(async (words: string[], options) => (await import('./find.ts')).runFind(words, { ...program.opts(), ...options }))

  addAsking(program.command('said'), 'all that somebody said, newest first; who reported it, how, and where reports disagree')
    .argument('<name>', 'a person, country or body; "#12" is the one of that number')
    .option('--on <words>', 'only what holds these words, as in “find”')
    .addHelpText('after', '\nExamples:\n  readout said "Ilva Brandt"\n  readout said "Ilva Brandt" --on corridor --format csv')
    .action(async (name: string, options) => (await import('./said.ts')).runSaid(name, { ...program.opts(), ...options }))

  addAsking(program.command('timeline'), 'what happened between two: meetings, promises and what became of them, cooperation, comparisons')
    .argument('<one>', 'a country, body or person; people and bodies count for their country')
    .argument('<other>', 'the other')
    .addHelpText('after', '\nExamples:\n  readout timeline Belmora Ostria\n  readout timeline "Ilva Brandt" "Radu Keshen" --since 2024-01-01')
    .action(async (one: string, other: string, options) => (await import('./timeline.ts')).runTimeline(one, other, { ...program.opts(), ...options }))

  addAsking(program.command('compare'), 'what somebody said on a topic then and now, with changes that words show')
    .argument('<name>', 'a person, country or body')
    .requiredOption('--on <words>', 'the topic: words as in “find”')
    .addHelpText('after', '\nExample:\n  readout compare "Ilva Brandt" --on sanction*')
    .action(async (name: string, options) => (await import('./compare.ts')).runCompare(name, { ...program.opts(), ...options }))
}

/** What every question takes. */
function addAsking(command: Command, description: string): Command {
  return command
    .description(description)
    .option('--store <place>', 'file of the library, or postgres://… (without it: $READOUT_STORE, else a file among your data)')
    .addOption(new Option('--format <format>', 'how the answer is written').choices(['text', 'json', 'jsonl', 'csv']).default('text'))
    .option('--since <date>', 'from this day (2024-03-14) on')
    .option('--until <date>', 'up to this day')
    .option('--limit <number>', 'rows of a page', '20')
    .option('--cursor <cursor>', 'where the page before ended')
}
