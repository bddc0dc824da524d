import type { Server } from 'node:http';

/**
 * Tells a client to send its body, where it waits for that (`Expect: 100-continue`), when somebody reads it. Refused before, it keeps its
 * body; its connection ends, since nobody could tell that body from the next message.
 */
export function continueWhenRead(server: Server): void {
  server.on('checkContinue', (request, response) => {
    response.setHeader('Connection', 'close');
    request.once('resume', () => {
      // Node itself lets go of what nobody reads.
      if (response.headersSent) return;
      response.removeHeader('Connection');
      response.writeContinue();
    });
    server.emit('request', request, response);
  });
}
