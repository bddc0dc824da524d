/** An outage message with as many customers as one likes, in both media types. */

export interface Customer {
  readonly accountId: string;
  readonly spId: string;
}

/** Customers with ids of ten digits, in no order. */
export function customers(count: number, first = 0): Customer[] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + ((index * stride) % count);
    return { accountId: String(1_000_000_000 + number), spId: String(2_000_000_000 + number) };
  });
}

/** A prime that no count is a multiple of. */
const stride = 7_919_317;

/** A request that gives an event this list of customers. */
export function listing(
  externalOutageId: string,
  messageReference: number,
  list: readonly Customer[],
): object {
  const eventDetails = {
    externalOutageId,
    messageReference: String(messageReference),
    outageType: 'C1UP',
    startDateTime: '2026-01-31T08:00:00Z',
    impactedCustomers: list.length,
  };
  return {
    externalSystem: 'CCB-NMS integration',
    outageMessages: [{ eventDetails, customerInformation: { incrementalUpdate: false, customers: list } }],
  };
}

/** As people print it: an element a line. */
export function xmlOf(message: object): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<C1OutEvtsUpd>${fields(message, '\n  ')}\n</C1OutEvtsUpd>\n`;
}

function fields(value: object, line: string): string {
  return Object.entries(value)
    .flatMap(([name, member]: [string, unknown]) =>
      [member].flat().map((each) => `${line}<${name}>${content(each, line)}</${name}>`),
    )
    .join('');
}

function content(value: unknown, line: string): string {
  return typeof value === 'object' && value !== null ? `${fields(value, `${line}  `)}${line}` : String(value);
}
