/** The other half of global-setup.ts; when the tests are killed, the server ends by itself. */
export default async function tearDown(): Promise<void> {
  await globalThis.stopPostgres?.();
}
