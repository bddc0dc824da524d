import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { createService, type Service, type ServiceOptions } from '@trunkline/service';
import { Journal } from '@trunkline/store';

/** A provider's token, and what stands in its place. */
export type Replacement = readonly [token: Pick<Type, 'prototype'>, value: object];

/** A journal that keeps nothing: every message is a new one. */
const noJournal: Replacement = [
  Journal,
  { accept: async ({ id }: { id: string }) => ({ state: 'fresh', id }), settle: async () => undefined },
];

/** Serves a service with some of its providers replaced; with the argument `--no-journal` its journal is, too. */
export async function serveService(service: Service, replaced: readonly Replacement[]): Promise<void> {
  const all = process.argv.includes('--no-journal') ? [...replaced, noJournal] : replaced;
  const { url, close } = await createService(service, process.env, { application: applicationWith(all) });
  process.once('SIGTERM', () => void close().then(() => process.exit()));
  process.send?.({ ready: { url } });
}

function applicationWith(replaced: readonly Replacement[]): ServiceOptions['application'] {
  return async (root, options) => {
    const builder = Test.createTestingModule({ imports: [root] });
    for (const [token, value] of replaced) builder.overrideProvider(token).useValue(value);
    const module = await builder.compile();
    return module.createNestApplication<NestExpressApplication>(options);
  };
}
