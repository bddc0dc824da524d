import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRecorder, type Recorder } from './recorder';
import type { ReplayOptions } from './replay-samples';

/** What a service under test stands in: a folder of its own, back ends, and the settings that tell it of them. */
export interface Surroundings {
  readonly settings: Readonly<Record<string, string>>;
  /** By the name of the back end; none where nobody listens to what is said. */
  readonly recorders: ReadonlyMap<string, Recorder>;
  /** After the service: it may still be talking to them. */
  close(): Promise<void>;
}

/** @param record Whether what the service says to its back ends is written down. */
export async function startSurroundings(
  { backEnds = [], env = {} }: Pick<ReplayOptions, 'backEnds' | 'env'>,
  record: boolean,
): Promise<Surroundings> {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-'));
  const recorders = new Map<string, Recorder>();
  const closing = [async () => rmSync(folder, { recursive: true })];
  const settings: Record<string, string> = {
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_FOLDER: folder,
    ...env,
  };
  for (const { name, variable, start } of backEnds) {
    const simulator = await start();
    closing.push(simulator.close);
    settings[variable] = simulator.url;
    if (!record) continue;
    const recorder = await startRecorder(simulator.url);
    closing.push(recorder.close);
    recorders.set(name, recorder);
    settings[variable] = recorder.url;
  }
  const close = async (): Promise<void> => {
    for (const each of closing.reverse()) await each();
  };
  return { settings, recorders, close };
}
