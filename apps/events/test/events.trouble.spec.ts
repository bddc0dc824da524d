import { outlivesDatabaseTrouble } from '@trunkline/testing';
import { events } from '../src/events.module';
import { outcomeOf } from './event-message';
import { said, sendNumbered, startCountingIcoms } from './counting-icoms';

outlivesDatabaseTrouble({
  service: events,
  startBackEnd: startCountingIcoms,
  settings: ({ url }) => ({ ICOMS_URL: url }),
  send: sendNumbered,
  said: (answer) => (outcomeOf({ status: 500, text: answer }) === '2020' ? 'broken' : said(answer)),
});
