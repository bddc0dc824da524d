import { outlivesDatabaseTrouble } from '@trunkline/testing';
import { events } from '../src/events.module';
import { outcomeOf } from './event-message';
import { said, sendNumbered, startCountingIcoms } from './counting-icoms';

outlivesDatabaseTrouble({
  service: events,
  startBackEnd: startCountingIcoms,
  settings: ({ url }) => ({ ICOMS_URL: url }),
  send: sendNumbered,
  said: (answer) => {
    const outcome = outcomeOf({ status: 500, text: answer });
    if (outcome === '2020') return 'broken';
    // On a busy machine a call to ICOMS, too, may end by its deadline.
    return outcome === '10466' ? 'unknown' : said(answer);
  },
});
