import type { Ready } from './service-process.ts';

/** What runs and where, a line a service, in the order of their ports. */
export function table(services: readonly Ready[]): string {
  const rows = services.toSorted((one, other) => portOf(one) - portOf(other)).map(row);
  const all = [['service', 'address', 'Swagger UI', 'WSDL or endpoint'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return all.map((cells) => `  ${line(cells)}`.trimEnd() + '\n').join('');
}

/** What to try now that it runs. */
export function nextSteps(services: readonly Ready[]): string {
  const wsdls = services.flatMap(({ url, endpoints }) =>
    endpoints.flatMap(({ wsdl }) => (wsdl ? [`${url}${wsdl}`] : [])),
  );
  const curl = wsdls.slice(0, 1).map((wsdl) => `  curl '${wsdl}'\n`);
  return `Try now:\n  npm run demo\n${curl.join('')}`;
}

function row({ name, url, endpoints }: Ready): string[] {
  const [first] = endpoints;
  const contract = first === undefined ? '' : (first.wsdl ?? `${first.method} ${first.path}`);
  return [name, url, `${url}/docs`, contract];
}

function portOf({ url }: Ready): number {
  return Number(new URL(url).port);
}
