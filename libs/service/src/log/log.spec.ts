import { createLog, type Log } from './log';
import { NestLog } from './nest-log';

interface Line {
  readonly [name: string]: unknown;
}

function logTo(lines: Line[], level = 'info'): Log {
  return createLog('example', level, { write: (line) => void lines.push(JSON.parse(line) as Line) });
}

const ids = { conversationId: 'c-1', requestId: 'r-1', messageId: 'm-1' };

describe('the log', () => {
  it('has the ids of a message and its operation on each of its lines', () => {
    const lines: Line[] = [];
    logTo(lines).callLogger(ids, 'CreateEventV2').info({ outcome: 'SUCCESS' }, 'answered');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
        service: 'example',
        operation: 'CreateEventV2',
        ...ids,
        outcome: 'SUCCESS',
        msg: 'answered',
      },
    ]);
  });

  it('leaves out what is less severe than its level', () => {
    const lines: Line[] = [];
    const { logger } = logTo(lines, 'warn');
    logger.info('not this');
    logger.warn('but this');
    expect(lines.map(({ msg }) => msg)).toEqual(['but this']);
  });

  it('hides what is secret, should it come here', () => {
    const lines: Line[] = [];
    const { logger } = logTo(lines);
    logger.info({ password: 'hunter2', headers: { authorization: 'Basic hunter2' } });
    logger.info({ header: { security: 'hunter2' }, request: { security: 'hunter2' } });
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  it('shows of an error what it is and where it comes from, and none of what hangs on it', () => {
    const lines: Line[] = [];
    const cause = Object.assign(new Error('refused'), {
      code: 'ECONNREFUSED',
      body: '<security>hunter2</security>',
    });
    logTo(lines).logger.error({ err: new Error('no answer', { cause }) }, 'failed');
    expect(lines[0]?.['err']).toEqual({
      type: 'Error',
      message: 'no answer',
      stack: expect.stringContaining('log.spec.ts') as string,
      cause: {
        type: 'Error',
        message: 'refused',
        code: 'ECONNREFUSED',
        stack: expect.any(String) as string,
      },
    });
  });

  it('shows whatever was thrown', () => {
    const lines: Line[] = [];
    logTo(lines).logger.error({ err: 'a text' });
    expect(lines[0]?.['err']).toEqual({ type: 'string', message: 'a text' });
  });
});

describe("Nest's own lines", () => {
  it('stand in the log, with where they come from', () => {
    const lines: Line[] = [];
    new NestLog(logTo(lines)).warn('careful', 'Somewhere');
    expect(lines).toMatchObject([{ level: 'warn', msg: 'careful', context: 'Somewhere' }]);
  });

  it('are of little interest while it starts', () => {
    const lines: Line[] = [];
    new NestLog(logTo(lines, 'debug')).log('Mapped {/, GET} route', 'RouterExplorer');
    expect(lines).toMatchObject([{ level: 'debug', context: 'RouterExplorer' }]);
  });
});
