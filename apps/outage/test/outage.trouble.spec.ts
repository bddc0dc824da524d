import { outlivesDatabaseTrouble } from '@trunkline/testing';
import { outage } from '../src/outage.module';
import { isTaken, startNothing, tellNumbered } from './numbered-messages';

outlivesDatabaseTrouble({
  service: outage,
  startBackEnd: startNothing,
  settings: () => ({}),
  send: tellNumbered,
  said: (answer) => {
    if (isTaken(answer)) return 'done';
    return answer.startsWith('500 ') && answer.includes('/message/90001/1000"') ? 'broken' : 'unknown';
  },
});
