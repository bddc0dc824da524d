export { createEvent } from './create-event/create-event.operation';
export {
  AccountIdentification,
  CreateEventRequest,
  Event,
  EventTarget,
} from './create-event/create-event.request';
export { CreateEventResponse } from './create-event/create-event.response';
export { eventsContract } from './events.contract';
