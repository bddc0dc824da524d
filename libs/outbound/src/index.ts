export type { Attempt } from './attempt';
export { CallFailure, type Effect, type FailureFacts, type FailureReason } from './call-failure';
export { CallGuard, type CallLimits, type CallMetrics, type GuardedCall, type Work } from './call-guard';
export { HttpCaller, type HttpCallerOptions, type HttpRequest } from './http-caller';
export type { HttpAnswer } from './http-exchange';
