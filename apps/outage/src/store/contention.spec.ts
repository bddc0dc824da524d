import { DatabaseError } from 'pg';
import { untilAlone } from './contention';

const said = (code: string) => Object.assign(new DatabaseError('met', 0, 'error'), { code });

describe('a transaction that loses against another', () => {
  it.each(['40001', '40P01', '23505'])('is done again: %s', async (code) => {
    const attempts = jest.fn().mockRejectedValueOnce(said(code)).mockResolvedValue('done');
    expect(await untilAlone(attempts)).toBe('done');
    expect(attempts).toHaveBeenCalledTimes(2);
  });

  it('is not done again when something else is wrong', async () => {
    const attempts = jest.fn().mockRejectedValue(new Error('the disk is full'));
    await expect(untilAlone(attempts)).rejects.toThrow('the disk is full');
    expect(attempts).toHaveBeenCalledTimes(1);
  });

  it('is not tried for ever', async () => {
    const attempts = jest.fn().mockRejectedValue(said('40001'));
    await expect(untilAlone(attempts)).rejects.toThrow('met');
    expect(attempts).toHaveBeenCalledTimes(10);
  });
});
