import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxCredentials, simulatedAccounts, startIcomsSimulator } from '@trunkline/backends/icoms';
import { bundle, ServiceProcess } from '@trunkline/testing';

/** Recognised wherever it turns up. */
const canaries = {
  security: 'canary-credential',
  data: 'canary-event-data',
  password: sandboxCredentials.password,
};

function message(id: string, account: string): string {
  return (
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>' +
    '<h:RequestHeader xmlns:h="urn:trunkline:message-header:v1"><h:senderURI>urn:crm</h:senderURI>' +
    `<h:security>${canaries.security}</h:security><h:ConversationID>c-${id}</h:ConversationID>` +
    `<h:RequestID>r-${id}</h:RequestID><h:MessageID>m-${id}</h:MessageID></h:RequestHeader></e:Header><e:Body>` +
    '<CreateEventRequest xmlns="urn:trunkline:create-event:v2">' +
    `<accountIdentification><siteReference>26</siteReference><accountNumber>${account}</accountNumber></accountIdentification>` +
    '<event><eventSourceCode>NSC</eventSourceCode><eventTypeCode>TELESTO</eventTypeCode>' +
    `<eventData>${canaries.data}</eventData></event></CreateEventRequest></e:Body></e:Envelope>`
  );
}

describe('what events writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-log-'));
  const accounts = simulatedAccounts
    .filter(({ provokes }) => provokes !== 'timeout' && provokes !== 'slow')
    .map(({ account }) => account);
  let lines: Record<string, unknown>[];
  let written: string;

  beforeAll(async () => {
    const main = await bundle(join(__dirname, 'crashing-events.ts'), 'log-events');
    const icoms = await startIcomsSimulator();
    const service = await ServiceProcess.start(main, {
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'trace',
      DATA_FOLDER: folder,
      ICOMS_URL: icoms.url,
      ICOMS_BREAKER_FAILURES: '1000',
    });
    const answers: string[] = [];
    const send = async (body: string) => {
      const headers = { 'content-type': 'text/xml', authorization: `Bearer ${canaries.security}` };
      const answer = await fetch(`${service.url}/soap/CreateEventV2`, { method: 'POST', headers, body });
      answers.push(await answer.text());
    };
    for (const account of accounts) await send(message(account, account));
    await send(message('broken', 'not a number'));
    await send(message('cut', '104118503').slice(0, -40));
    answers.push(await (await fetch(`${service.url}/metrics`)).text());
    await service.stop();
    await icoms.close();
    const log = service.output.join('');
    lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const stored = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
    written = [log, ...answers, ...stored].join('\n');
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(Object.entries(canaries))(
    'holds no %s: not in its log, its database, its answers, its metrics',
    (_name, canary) => {
      expect(written).not.toContain(canary);
    },
  );

  it('has the ids of the message on every line about it', () => {
    const about = lines.filter(({ operation }) => operation === 'CreateEventV2');
    const withoutIds = about.filter((line) => !line.conversationId || !line.requestId || !line.messageId);
    expect(withoutIds).toEqual([]);
    expect(about.length).toBeGreaterThan(accounts.length);
  });

  it('logs a critical fault as an error with what broke underneath, a declined message as an ordinary answer', () => {
    const levelOf = (id: string) => lines.find(({ messageId }) => messageId === `m-${id}`)?.level;
    expect(levelOf('broken')).toBe('info');
    expect(levelOf('900000007')).toBe('error');
  });
});
