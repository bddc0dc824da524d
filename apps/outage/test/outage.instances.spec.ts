import { join } from 'node:path';
import { sharesItsDatabase } from '@trunkline/testing';
import { isTaken, startNothing, tellNumbered } from './numbered-messages';

sharesItsDatabase({
  name: 'outage',
  main: join(__dirname, '../src/main.ts'),
  rate: 100,
  jobs: false,
  startBackEnd: startNothing,
  settings: () => ({}),
  send: tellNumbered,
  said: (answer) => (isTaken(answer) ? 'done' : 'unknown'),
});
