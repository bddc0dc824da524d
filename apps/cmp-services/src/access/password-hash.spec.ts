import { hashPassword, isPassword, readPasswordHash } from './password-hash';

it('tells a password right or wrong, with a salt of its own each time', async () => {
  const texts = [await hashPassword('pässword: 1'), await hashPassword('pässword: 1')];
  expect(texts[0]).not.toBe(texts[1]);
  expect(texts[0]).toMatch(/^scrypt\.15\.8\.3\.[\w-]{22}\.[\w-]{43}$/);
  const hash = readPasswordHash(texts[0]!)!;
  expect(await isPassword('pässword: 1', hash)).toBe(true);
  expect(await isPassword('pässword: 2', hash)).toBe(false);
});

it.each(['', 'secret', '$2b$10$abc', 'scrypt.15.8.3.salt.key', 'scrypt.9.8.3.AAAAAAAAAAAAAAAAAAAAAA.'])(
  'is no hash: %j',
  (text) => expect(readPasswordHash(text)).toBeUndefined(),
);
