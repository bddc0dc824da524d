/** One line that is asked to be migrated. */
export interface AskedLine {
  readonly telephone: string;
  readonly account: string;
  readonly site?: number;
}

export interface MigrationAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The known line of the contracts. */
export const knownLine: AskedLine = { telephone: '447874384949', account: '104118503' };

/** The headers that tell a repetition. */
export function ids(messageId: string, sender = 'urn:example:crm'): Record<string, string> {
  return { 'VMMD-senderURI': sender, 'VMMD-messageID': messageId };
}

export async function migrate(
  url: string,
  { telephone, account, site = 26 }: AskedLine,
  headers: Record<string, string> = {},
): Promise<MigrationAnswer> {
  const body = {
    telephoneNumber: telephone,
    accountIdentification: { accountNumber: account, siteReference: site },
  };
  return send(url, JSON.stringify(body), headers);
}

export async function send(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<MigrationAnswer> {
  const answer = await fetch(`${url}/restapi/CreateVOIPMigrationWorkOrder`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
}

interface FaultBody {
  readonly code: string;
  readonly text?: string;
  readonly fault?: readonly FaultBody[];
}

interface Body {
  readonly CreateVOIPMigrationWorkOrder: {
    readonly success?: { readonly orderNumber: string; readonly fault?: readonly FaultBody[] };
    readonly failure?: { readonly fault: readonly FaultBody[] };
  };
}

/** What an answer says: a number or none, and its faults with their causes. */
export interface Said {
  readonly status: number;
  readonly orderNumber: string | undefined;
  /** `10685 10465`: each fault with its causes. */
  readonly faults: readonly string[];
  readonly unknown: boolean;
}

export function said({ status, text }: MigrationAnswer): Said {
  const { success, failure } = (JSON.parse(text) as Body).CreateVOIPMigrationWorkOrder;
  const faults = success?.fault ?? failure?.fault ?? [];
  return {
    status,
    orderNumber: success?.orderNumber,
    faults: faults.map(codes),
    unknown: /outcome (of this message )?is unknown/.test(text),
  };
}

function codes({ code, fault = [] }: FaultBody): string {
  return [code, ...fault.map(codes)].join(' ');
}
