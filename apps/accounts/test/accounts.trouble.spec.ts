import { outlivesDatabaseTrouble } from '@trunkline/testing';
import { accounts } from '../src/accounts.module';
import { deliverNumbered, startNothing } from './numbered-accounts';

outlivesDatabaseTrouble({
  service: accounts,
  startBackEnd: startNothing,
  settings: () => ({}),
  send: deliverNumbered,
  said: (answer) => {
    if (answer === '201 ') return 'done';
    return answer.startsWith('500 ') && answer.includes('"code":"Unexpected"') ? 'broken' : 'unknown';
  },
});
