import { join } from 'node:path';
import { sharesItsDatabase } from '@trunkline/testing';
import { deliverNumbered, startNothing } from './numbered-accounts';

sharesItsDatabase({
  name: 'accounts',
  main: join(__dirname, '../src/main.ts'),
  rate: 300,
  jobs: false,
  startBackEnd: startNothing,
  settings: () => ({}),
  send: deliverNumbered,
  said: (answer) => (answer === '201 ' ? 'done' : 'unknown'),
});
