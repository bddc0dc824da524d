import { outlivesDatabaseTrouble } from '@trunkline/testing';
import { cmpServices } from '../src/cmp-services.module';
import { createNumbered, isThere, repeated, startNothing } from './numbered-services';

outlivesDatabaseTrouble({
  service: cmpServices,
  startBackEnd: startNothing,
  settings: () => ({}),
  send: createNumbered,
  said: (answer) => {
    if (isThere(answer)) return 'done';
    const unavailable = /^500 .*<ns4:ServiceUnavailableFault .*<MessageId>CMP9002</s;
    return unavailable.test(answer) ? 'broken' : 'unknown';
  },
  repeated,
});
