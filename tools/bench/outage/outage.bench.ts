import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idMark, type Message, type ServiceBench, type Subject } from '../service-bench.ts';
import { largeTrial } from './large.trial.ts';
import { xmlOf } from './messages.ts';
import { searchTrial } from './search.trial.ts';
import { engines, jsonType, path, xmlType } from './servers.ts';
import { stormTrial } from './storm.trial.ts';

const sample = join(
  import.meta.dirname,
  '../../../libs/contracts/outage/src/add-or-update-outage-events/samples/adds-a-planned-outage',
);
const event = readFileSync(join(sample, 'request.json'), 'utf8').replace('200234', idMark);

function sent(type: string, body: string): Message {
  return { path, headers: { 'Content-Type': type, Accept: type }, body };
}

const json = sent(jsonType, event);
const xml = sent(xmlType, xmlOf(JSON.parse(event) as object));

const subjects: Subject[] = [
  {
    key: 'nest',
    name: 'Nest on Express, JSON parsed',
    runs: { file: 'servers/nest-json.ts', arguments: [path, '200', join(sample, 'response.json')] },
  },
  ...engines.flatMap((engine): Subject[] => [
    { ...engine, name: `outage, ${engine.name}, JSON` },
    {
      ...engine,
      key: `${engine.key}-xml`,
      name: `outage, ${engine.name}, XML`,
      sharing: engine.key,
      message: xml,
    },
  ]),
];

/** Outage events: small messages, large ones, and what others notice. */
export const outageBench: ServiceBench = {
  service: 'outage',
  comparisons: [
    {
      title: 'small message, a new event each',
      message: json,
      subjects,
      aims: [
        { subject: 'sqlite', of: 'nest', atLeast: 0.35 },
        { subject: 'postgres', of: 'sqlite', atLeast: 0.8 },
      ],
    },
  ],
  trials: [largeTrial, stormTrial, searchTrial],
  whole: 'sqlite',
  costs: { file: 'outage/costs.ts', arguments: [join(sample, 'request.json')] },
};
