import { clients, isInstalled, run } from './clients';
import { atIcoms, cmpServices, eventsIn } from './expected';
import { startServices } from './started-services';

interface Seen {
  readonly CreateEventV2: Readonly<Record<'1.1' | '1.2', unknown>>;
  readonly services: unknown;
}

/** SOAP clients of other languages read our WSDL, call us, and see what the contracts promise: all of them the same. */
for (const client of clients) {
  const { name, packages } = client;
  const installed = isInstalled(client);
  if (!installed)
    process.stderr.write(`NOT TESTED with ${name}, which is not installed (Debian's ${packages}).\n`);

  (installed ? describe : describe.skip)(name, () => {
    let seen: Seen;
    let heard: unknown;

    beforeAll(async () => {
      const services = await startServices();
      try {
        seen = (await run(client, services.addresses)) as Seen;
        heard = services.icoms();
      } finally {
        await services.close();
      }
    }, 60_000);

    it.each(['1.1', '1.2'] as const)('sees what CreateEventV2 promises in SOAP %s', (version) => {
      expect(seen.CreateEventV2[version]).toEqual(eventsIn(version));
    });

    it('has ICOMS told all that it said', () => {
      expect(heard).toEqual(atIcoms);
    });

    it('sees what the CMP services promise', () => {
      expect(seen.services).toEqual(cmpServices);
    });
  });
}
