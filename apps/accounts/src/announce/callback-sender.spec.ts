import dns from 'node:dns';
import { type Receiver, startReceiver } from '../../test/receiver';
import { CallbackPolicy } from './callback-policy';
import { CallbackSender } from './callback-sender';

const loopback = ['127.0.0.0/8'];
const never = new AbortController().signal;

describe('a notification', () => {
  let receiver: Receiver;
  const senders: CallbackSender[] = [];

  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all([receiver.close(), ...senders.splice(0).map((sender) => sender.onModuleDestroy())]);
  });

  const senderTo = (hosts: string[], networks: string[]) => {
    const sender = new CallbackSender(new CallbackPolicy({ hosts, networks }));
    senders.push(sender);
    return sender;
  };
  const port = () => receiver.host.split(':')[1]!;

  /** Makes each look-up of a name give the next of these lists of addresses. */
  const resolve = (...answers: string[][]) => {
    const lookups = answers.map((addresses) => addresses.map((address) => ({ address, family: 4 })));
    return jest
      .spyOn(dns, 'lookup')
      .mockImplementation(((
        _host: string,
        _options: object,
        answer: (error: null, found: object[]) => void,
      ) => answer(null, lookups.shift() ?? [])) as never);
  };

  it('is sent by POST, as JSON, to exactly the callback', async () => {
    await senderTo([receiver.host], loopback).post(
      `http://${receiver.host}/events?token=1`,
      '{"a":1.0}',
      never,
    );
    expect(receiver.received).toMatchObject([
      {
        path: '/events?token=1',
        body: '{"a":1.0}',
        headers: { 'content-type': 'application/json;charset=utf-8' },
      },
    ]);
  });

  it.each([301, 302, 303, 307, 308])('does not follow a redirect with %i', async (status) => {
    receiver.answer = { status, headers: { location: '/elsewhere' } };
    const sent = senderTo([receiver.host], loopback).post(`http://${receiver.host}/events`, '{}', never);
    await expect(sent).rejects.toThrow(`The listener answered ${status}`);
    expect(receiver.received.map(({ path }) => path)).toEqual(['/events']);
  });

  it.each([400, 404, 410, 429, 500, 503])('is not taken with %i', async (status) => {
    receiver.answer = { status };
    await expect(
      senderTo([receiver.host], loopback).post(`http://${receiver.host}/`, '{}', never),
    ).rejects.toThrow(`${status}`);
  });

  it('is not sent to a private address, though its host is configured', async () => {
    const sent = senderTo([receiver.host], []).post(`http://${receiver.host}/`, '{}', never);
    await expect(sent).rejects.toThrow('private or special address');
    expect(receiver.received).toEqual([]);
  });

  it('is not sent where a name leads to a private address', async () => {
    resolve(['127.0.0.1']);
    const host = `listener.example.com:${port()}`;
    await expect(senderTo([host], []).post(`http://${host}/`, '{}', never)).rejects.toThrow(
      'ADDRESS_REFUSED',
    );
    expect(receiver.received).toEqual([]);
  });

  it('goes to the addresses of a name that are permitted, and to no other', async () => {
    resolve(['169.254.169.254', '10.0.0.1', '127.0.0.1']);
    const host = `listener.example.com:${port()}`;
    await senderTo([host], loopback).post(`http://${host}/`, '{}', never);
    expect(receiver.received).toMatchObject([{ headers: { host } }]);
  });

  it('goes to the address that was judged, whatever the name leads to a moment later', async () => {
    const lookup = resolve(['127.0.0.1'], ['10.0.0.1']);
    const host = `listener.example.com:${port()}`;
    await senderTo([host], loopback).post(`http://${host}/`, '{}', never);
    expect(lookup).toHaveBeenCalledTimes(1);
    expect(receiver.received).toHaveLength(1);
  });

  it('that cannot be sent says why, but not where to: the address may have a secret in it', async () => {
    const { host } = receiver;
    await receiver.close();
    const sent = senderTo([host], loopback).post(`http://${host}/events?token=secret`, '{}', never);
    await expect(sent).rejects.toThrow(/^The listener could not be reached: ECONNREFUSED$/);
    receiver = await startReceiver();
  });

  it('ends with its signal', async () => {
    const sent = senderTo([receiver.host], loopback).post(
      `http://${receiver.host}/`,
      '{}',
      AbortSignal.abort(),
    );
    await expect(sent).rejects.toThrow('The listener could not be reached: AbortError');
  });
});
