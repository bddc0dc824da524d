// Written by `npm run published`, from what the others import of this lib.
export { CallFailure } from './call-failure';
export { type CallMetrics, type GuardedCall } from './call-guard';
export { limitSettings } from './call-limits';
export { HttpCaller, type HttpRequest } from './http-caller';
export { type HttpAnswer } from './http-exchange';
