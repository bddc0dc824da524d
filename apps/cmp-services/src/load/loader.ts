import { constants } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isXmlText, readObject } from '@trunkline/fields';
import type { Database, Item } from '@trunkline/store';
import type { Transaction } from 'kysely';
import type { CmpTables } from '../store/cmp.tables';
import { CsvError, type CsvRecord, readCsv } from './csv';
import { columnsOf, type Kind, kinds } from './kinds';

/** What is wrong with files that were to be loaded, a line each: `services.csv:17: …`. Nothing of them was kept. */
export class LoadError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'LoadError';
  }
}

/** Told now and then how many rows of a file are done, and when it is done with the file. */
export type Progress = (file: string, rows: number, done: boolean) => void;

/** More faults than these say nothing new. */
const MOST_FAULTS = 100;

/** So many rows are written at once. */
const BATCH = 5_000;

/**
 * Loads CSV files, all or nothing: adds rows, and replaces those with the same key. Each file's kind is told by its header.
 *
 * @returns how many rows were read.
 * @throws LoadError with every fault, up to a hundred.
 */
export async function loadFiles(
  database: Database<CmpTables>,
  paths: readonly string[],
  progress: Progress,
): Promise<number> {
  return database.transaction(async (trx) => {
    const loading = new Loading(database, trx, progress);
    for (const path of paths) await loading.load(path);
    return loading.finish();
  });
}

class Loading {
  private readonly faults: string[] = [];
  /** Where the row with a key stands, by kind and key. */
  private readonly places = new Map<string, string>();
  private rows = 0;

  constructor(
    private readonly database: Database<CmpTables>,
    private readonly trx: Transaction<CmpTables>,
    private readonly progress: Progress,
  ) {}

  async load(path: string): Promise<void> {
    const file = basename(path);
    try {
      await this.loadRecords(file, readCsv(await readText(path)));
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      this.fault(file, error.line, error.message);
    }
  }

  /** @throws LoadError, which undoes what was written. */
  finish(): number {
    if (this.faults.length > 0) throw new LoadError(this.faults);
    return this.rows;
  }

  private async loadRecords(file: string, records: Iterator<CsvRecord> & Iterable<CsvRecord>): Promise<void> {
    const header = records.next();
    const columns: readonly string[] = header.done ? [] : header.value.values;
    const kind = kindOf(columns);
    let [rows, items]: [number, Item[]] = [0, []];
    for (const record of records) {
      items.push(...this.itemsOf(kind, columns, record, file));
      if (++rows % BATCH > 0) continue;
      await this.write(items);
      items = [];
      this.progress(file, rows, false);
    }
    await this.write(items);
    this.rows += rows;
    this.progress(file, rows, true);
  }

  private itemsOf(
    kind: Kind,
    columns: readonly string[],
    { line, values }: CsvRecord,
    file: string,
  ): readonly Item[] {
    if (values.length !== columns.length) {
      this.fault(file, line, `has ${values.length} values, the header ${columns.length}`);
      return [];
    }
    // An empty value is none.
    const given = columns
      .map((column, index) => [column, values[index]!] as const)
      .filter(([, value]) => value !== '');
    const { message, faults } = readObject(kind.row, Object.fromEntries(given));
    const broken = [
      ...faults.map(({ path, message: text }) => `${path} ${text}`),
      // No request could name it, and no answer give it back.
      ...given.flatMap(([column, value]) =>
        isXmlText(value) ? [] : `${column} has a character that XML cannot hold`,
      ),
    ];
    for (const text of broken) this.fault(file, line, text);
    if (broken.length > 0 || this.isRepeated(kind, message, file, line)) return [];
    return kind.items(message);
  }

  private isRepeated(kind: Kind, row: object, file: string, line: number): boolean {
    const key = `${kind.row.name} ${kind.key(row)}`;
    const earlier = this.places.get(key);
    if (earlier === undefined) {
      this.places.set(key, `${file}:${line}`);
      return false;
    }
    this.fault(file, line, `repeats ${earlier}`);
    return true;
  }

  /** Once anything is wrong nothing need be written any more. */
  private async write(items: readonly Item[]): Promise<void> {
    if (this.faults.length === 0) await this.database.writeIn(this.trx, items);
  }

  private fault(file: string, line: number, text: string): void {
    this.faults.push(`${file}:${line}: ${text}`);
    if (this.faults.length === MOST_FAULTS) throw new LoadError([...this.faults, 'and perhaps more']);
  }
}

function kindOf(columns: readonly string[]): Kind {
  const found = kinds.find((kind) => columnsOf(kind).toSorted().join() === columns.toSorted().join());
  if (found) return found;
  const known = kinds.map((kind) => columnsOf(kind).join(',')).join(' or ');
  throw new CsvError(1, `the header is not that of a file that can be loaded: ${known}`);
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > constants.MAX_STRING_LENGTH)
      throw new LoadError([`${path} is larger than 512 MiB: split it.`]);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof LoadError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const invalid = code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    throw new LoadError([invalid ? `${path} is not valid UTF-8.` : `${path} cannot be read (${code}).`]);
  }
}
