import { parseArgs } from 'node:util';
import { factsOf, fieldsOf } from '@trunkline/fields';
import { type CommandContext, type ServiceCommand, StartError } from '@trunkline/service';
import type { CmpTables } from '../store/cmp.tables';
import { columnsOf, type Kind, kinds } from './kinds';
import { LoadError, loadFiles, type Progress } from './loader';

const usage = `Usage: node main.js load <file.csv> ...
       npm run cmp:load -- <file.csv> ...

Adds the rows of CSV files to the catalogue and the customers of cmp-services, and replaces those that are there with the
same key: it can be repeated. If anything is wrong with any file, nothing of any file is kept.

A file is UTF-8 with commas; its first line names its columns, in any order, and so tells what it holds:

${kinds.map(help).join('\n\n')}

On SQLite the service must be stopped meanwhile. What is loaded is never deleted: end it with effective_to.
`;

/** `load`: CSV files into the catalogue and the customers. */
export const loadCommand: ServiceCommand = {
  summary: 'load CSV files into the catalogue and the customers; load --help tells of them',

  async run({ args, openDatabase }: CommandContext): Promise<void> {
    const options = { help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help === true) return say(usage);
    if (positionals.length === 0) throw new StartError('name the files to load. load --help tells of them.');
    const start = performance.now();
    const database = await openDatabase<CmpTables>();
    const rows = await loadFiles(database, positionals, show).catch(explain);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say(`${counted(rows)} loaded in ${seconds} s\n`);
  },
};

/** A line for each file; on a terminal it grows while the file is read. */
const show: Progress = (file, rows, done) => {
  if (done) say(`${process.stdout.isTTY ? '\r' : ''}${file}: ${counted(rows)}\n`);
  else if (process.stdout.isTTY) say(`\r${file}: ${counted(rows)}`);
};

function help(kind: Kind): string {
  const columns = fieldsOf(kind.row).map(
    ({ name, description, optional }) =>
      `    ${name.padEnd(20)} ${description}${optional ? '; may be empty' : ''}`,
  );
  return [`  ${factsOf(kind.row).description}: ${columnsOf(kind).join(',')}`, ...columns].join('\n');
}

function explain(error: unknown): never {
  if (!(error instanceof LoadError)) throw error;
  throw new StartError([...error.faults, 'nothing was loaded'].join('\n'), error);
}

function counted(rows: number): string {
  return `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
}

function say(text: string): void {
  process.stdout.write(text);
}
