import { untilAlone } from './contention';

describe('a transaction that loses against another', () => {
  it.each(['40001', '40P01', '23505'])('is done again: %s', async (code) => {
    const attempts = jest
      .fn()
      .mockRejectedValueOnce(Object.assign(new Error(), { code }))
      .mockResolvedValue('done');
    expect(await untilAlone(attempts)).toBe('done');
    expect(attempts).toHaveBeenCalledTimes(2);
  });

  it('is not done again when something else is wrong', async () => {
    const attempts = jest.fn().mockRejectedValue(new Error('the disk is full'));
    await expect(untilAlone(attempts)).rejects.toThrow('the disk is full');
    expect(attempts).toHaveBeenCalledTimes(1);
  });

  it('is not tried for ever', async () => {
    const attempts = jest.fn().mockRejectedValue(Object.assign(new Error('met'), { code: '40001' }));
    await expect(untilAlone(attempts)).rejects.toThrow('met');
    expect(attempts).toHaveBeenCalledTimes(10);
  });
});
