// Written by `npm run published`, from what the others import of this lib.
export { createEvent } from './create-event/create-event.operation';
export { CreateEventRequest } from './create-event/create-event.request';
export { CreateEventResponse } from './create-event/create-event.response';
export { eventsContract } from './events.contract';
