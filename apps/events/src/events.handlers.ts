// Written by `npm run published`, from the handlers of this app.
import { CreateEventHandler } from './create-event/create-event.handler';

export const handlers = [CreateEventHandler];
