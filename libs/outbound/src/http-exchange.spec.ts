import { Pool } from 'undici';
import { aBackEnd, answer } from '../test/back-end';
import { Attempt } from './attempt';
import { exchange } from './http-exchange';

it('sends nothing whose time is over before there is a connection', async () => {
  const backEnd = await aBackEnd((socket) => socket.write(answer('')));
  const pool = new Pool(backEnd.url);
  const attempt = new Attempt('icoms', 'createEvent', AbortSignal.abort(), false);
  await expect(exchange(pool, { method: 'POST', path: '/' }, attempt)).rejects.toMatchObject({
    effect: 'none',
  });
  await pool.close();
  await backEnd.close();
  expect(backEnd.requests).toEqual([]);
});
