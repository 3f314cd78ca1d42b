#!/usr/bin/env node
/**
 * The command line. Each command's code is loaded only when it runs, so that starting costs nothing. Errors of the world
 * end here: a sentence on standard error and exit code 2.
 */
import { enableCompileCache } from 'node:module'
import { Command, Option } from 'commander'
import { ReadoutError } from '../document/readout-error.ts'
import { addAccessCommands } from './access-commands.ts'
import { addDeskCommands } from './desk-commands.ts'
import { addLibraryCommands } from './library-commands.ts'
import { addQuestionCommands } from './question-commands.ts'

// What was compiled once need not be compiled at the next start: 0.2 s less of 0.6.
enableCompileCache()

const program = new Command('readout')
  .description('Who said what, who is meant, what happened: every word of it in the text.')
  .option('--quiet', 'no progress and no remarks on standard error')
  .option('--no-color', 'no colour (the variable NO_COLOR does the same)')
  .showHelpAfterError('(readout --help tells more)')
  .configureHelp({ showGlobalOptions: true })
  // Commander ends with 1 on a wrong option; 1 means “nothing found” here.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))

program
  .command('read')
  .description('read articles: statements with their speakers, events, cooperation, comparisons')
  .argument(
    '[files...]',
    'texts, pages (.html), papers (.pdf, .docx), .jsonl files (a line {"id","text","date","title","url"} each), addresses (https://…) of pages, feeds and sitemaps, .warc and .opml files, or - for standard input',
    ['-'],
  )
  .addOption(new Option('--format <format>', 'how the record is written').choices(['text', 'json', 'jsonl', 'html']).default('text'))
  .addOption(new Option('--offset-unit <unit>', 'what offsets count').choices(['utf16', 'codepoint']).default('utf16'))
  .option('--date <date>', 'date of publication (2024-03-14) of inputs that have none')
  .option('--title <title>', 'title of inputs that have none')
  .option('--source <source>', 'name under which the record tells the article; for one input')
  .option('--no-text', 'leave the text out of the record')
  .option('--allow-private', 'let the hosts that you name lie in a private network or on this machine')
  .addOption(new Option('--input <input>', 'what the input is').choices(['auto', 'text', 'jsonl']).default('auto'))
  .addHelpText(
    'after',
    '\nExamples:\n  readout read article.txt --date 2024-03-14\n  readout read a.txt b.txt --format jsonl\n  readout read https://news.example/feed.xml --format jsonl\n  readout read - --input jsonl --format jsonl < articles.jsonl\n  readout read article.txt --format html > article.html',
  )
  .action(async (files: string[], options) => (await import('./read.ts')).runRead(files, { ...program.opts(), ...options }))

program
  .command('explain')
  .description('why the record is as it is: whom words mean and what spoke for it, what made an event or a cooperation')
  .argument('<file>', 'text file (- for standard input)')
  .option('--at <offset>', 'the smallest words around this place in the text that name somebody or tell an event')
  .option('--event <id>', 'an event of the record (v1): its type, participants, date, place, and whether it happened')
  .option('--cooperation <id>', 'an entry of the ledger (c1): its area and stage')
  .option('--statement <id>', 'the speaker of a statement of the record (s3)')
  .addOption(new Option('--format <format>', 'how the explanation is written').choices(['text', 'json']).default('text'))
  .addOption(new Option('--offset-unit <unit>', 'what offsets count').choices(['utf16', 'codepoint']).default('utf16'))
  .option('--date <date>', 'date of publication (2024-03-14), by which offices are read')
  .addHelpText(
    'after',
    '\nExamples:\n  readout explain article.txt --at 381\n  readout explain article.txt --event v1 --date 2024-03-14\n  readout explain article.txt --statement s3 --date 2024-03-14',
  )
  .action(async (file: string, options) => (await import('./explain.ts')).runExplain(file, { ...program.opts(), ...options }))

program
  .command('verify')
  .description('check that every span of every record reads as claimed')
  .argument('<files...>', 'records, one a line (- for standard input); or facts and annotations of “export”')
  .option('--article <files...>', 'texts in which exported facts and annotations stand')
  .addHelpText('after', '\nExamples:\n  readout verify records.jsonl\n  readout verify facts.jsonl --article article.txt')
  .action(async (files: string[], options) => (await import('./verify.ts')).runVerify(files, options))

program
  .command('export')
  .description('facts in the format of another program')
  .argument(
    '[files...]',
    'records (.jsonl or .json of “read”, .ann of brat, or - for standard input), or articles (.txt), which are read first; without files the library',
  )
  .addOption(
    new Option('--format <format>', 'what is written')
      .choices(['csv', 'jsonl', 'parquet', 'plover', 'annotations', 'jsonld', 'ftm', 'ninjs', 'conllu', 'brat', 'graphml', 'bibtex', 'ris', 'csl'])
      .makeOptionMandatory(),
  )
  .addOption(
    new Option('--kind <kind>', 'facts of one kind; csv without it: statements; of citations, statements instead of articles').choices([
      ...['statements', 'events', 'cooperation', 'comparisons', 'entities'],
    ]),
  )
  .option('--output <path>', 'file to write, or folder of parquet, brat and graphml; without it standard output')
  .option('--date <date>', 'date of publication (2024-03-14) of articles')
  .option('--store <place>', 'file of the library, or postgres://…')
  .option('--since <date>', 'of the library: published on or after this day')
  .option('--until <date>', 'of the library: published on or before this day')
  .option('--source <name>', 'of the library: from this source')
  .option('--country <name>', 'of the library: articles that tell of a country, its people or bodies (a name or a code)')
  .option('--copies', 'of the library: copies of a report too, and not only the earliest')
  .addHelpText(
    'after',
    '\nExamples:\n  readout export --format csv --kind events records.jsonl > events.csv\n  readout read a.txt --format jsonl | readout export --format plover -\n  readout export --format annotations --kind statements article.txt --date 2024-03-14\n  readout export --format parquet --output tables records.jsonl\n  readout export --format csv --store news.db --since 2024-03-01 > statements.csv',
  )
  .action(async (files: string[], options) => (await import('./export.ts')).runExport(files, { ...program.opts(), ...options }))

program
  .command('check-gdelt')
  .description('whether an article says what rows of GDELT’s event table claim: yes, contradicted or unsupported, with the words')
  .argument('<rows>', 'rows of GDELT 2.0 (tabs, no header), or a CSV with its column names in a header')
  .requiredOption('--article <file>', 'the article (.txt) or its record (.json, .jsonl)')
  .option('--date <date>', 'date of publication (2024-03-14) of the article')
  .addHelpText('after', '\nExample:\n  readout check-gdelt row.csv --article article.txt --date 2024-03-14')
  .action(async (file: string, options) => (await import('./check-gdelt.ts')).runCheckGdelt(file, options))

program
  .command('annotate')
  .description('the layers of the reader model: tags, lemmas, syntax, names, cues and their links')
  .argument('<file>', 'text or CoNLL-U (- for standard input)')
  .addOption(new Option('--format <format>', 'how layers are written').choices(['conllu', 'json']).default('conllu'))
  .addOption(new Option('--input <input>', 'text, or CoNLL-U whose tokens are kept').choices(['text', 'conllu']).default('text'))
  .addHelpText('after', '\nExamples:\n  readout annotate article.txt\n  readout annotate treebank.conllu --input conllu')
  .action(async (file: string, options) => (await import('./annotate.ts')).runAnnotate(file, options))

program
  .command('evaluate')
  .description('precision, recall and F1 against golden articles or corpora')
  .option('--golden <folder>', 'folder of golden articles')
  .option('--corpora <folder>', 'folder of corpora: their dev splits are scored')
  .option('--floors', 'fail where a figure is below its floor (models/floors.json)')
  .option('--pin', 'write the figures as new floors; one that falls needs --reason')
  .option('--reason <words>', 'why a floor is lowered: kept in models/floors.json')
  .option('--json', 'figures as JSON')
  .option('--verbose', 'tell every miss')
  .addHelpText('after', '\nExamples:\n  readout evaluate --golden fixtures/golden --floors\n  readout evaluate --corpora ../corpora')
  .action(async (options) => (await import('./evaluate.ts')).runEvaluate(options))

program
  .command('text')
  .description('the text that offsets count: of a page or a paper its article')
  .argument('<file>', 'text, page (.html) or paper (.pdf, .docx); - for standard input')
  .addHelpText('after', '\nExamples:\n  readout text article.txt\n  readout text page.html')
  .action(async (file: string) => (await import('./text.ts')).runText(file))

const knowledge = program.command('knowledge').description('what Readout knows of the world, and your own additions')

knowledge
  .command('show')
  .description('what is known of a name, a person or an office')
  .argument('<words...>', 'a name, as it stands in a text')
  .option('--date <date>', 'day (2024-03-14) for which offices are told')
  .addHelpText('after', '\nExamples:\n  readout knowledge show "Sergei Lavrov" --date 2019-05-01\n  readout knowledge show Ankara')
  .action(async (words: string[], options) => (await import('./knowledge.ts')).runKnowledgeShow(words.join(' '), options))

knowledge
  .command('import')
  .description('add names and holders of offices to your own knowledge (docs/knowledge.md tells the columns)')
  .argument('<file>', 'results of the Wikidata query service as CSV or JSON, or any CSV with those columns (- for standard input)')
  .addHelpText('after', '\nExamples:\n  readout knowledge import ministers.csv\n  readout knowledge import query.json')
  .action(async (file: string) => (await import('./knowledge.ts')).runKnowledgeImport(file))

addLibraryCommands(program)
addQuestionCommands(program)
addDeskCommands(program)
addAccessCommands(program)

program
  .command('serve')
  .description('open the reading room: pages, HTTP API and Model Context Protocol on a library')
  .option('--store <place>', 'file of the library, or postgres://… (without it: $READOUT_STORE, else a file among your data)')
  .option('--port <port>', 'port to listen on', '4810')
  .option('--host <host>', 'address to listen on; elsewhere than on this machine accounts are needed', '127.0.0.1')
  .option('--name <name...>', 'names by which others call the server')
  .option('--allow-private', 'let addresses in a private network be read and taken in')
  .addHelpText('after', '\nExamples:\n  readout serve\n  readout serve --host 0.0.0.0 --name readout.desk.example')
  .action(async (options) => (await import('./serve.ts')).runServe({ ...program.opts(), ...options }))

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof ReadoutError)) throw error
  process.stderr.write(`readout: ${error.message}\n`)
  process.exitCode = 2
}
