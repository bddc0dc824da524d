import type { IncomingHttpHeaders } from 'node:http';

/** What VOIPLineMigrationDetails is asked. */
export interface DetailsQuery {
  readonly telephoneNumber: string;
  readonly accountNumber: string;
  readonly siteReference: number;
}

/** What UpdateVOIPLineMigrationStatus is told. */
export interface StatusUpdate {
  readonly telephoneNumber: string;
  readonly status: string;
  readonly reason?: string | undefined;
  readonly reasonCode?: string | undefined;
  readonly comments?: string | undefined;
  readonly originator: string;
}

/** @throws Error that says what is missing, as MIDAS might. */
export function readDetailsQuery(query: URLSearchParams): DetailsQuery {
  const value = (name: string): string => {
    const found = query.get(name);
    if (!found) throw new Error(`${name} is missing`);
    return found;
  };
  if (value('context') !== 'MIGRATION_WORKORDER') throw new Error('context is not known');
  return {
    telephoneNumber: value('telephoneNumber'),
    accountNumber: value('accountNumber'),
    siteReference: Number(value('siteReference')),
  };
}

interface UpdateBody {
  readonly UpdateVOIPLineMigrationStatus?: {
    readonly telephoneNumber?: string;
    readonly activity?: {
      readonly name?: string;
      readonly task?: Omit<StatusUpdate, 'telephoneNumber' | 'originator'> & { readonly name?: string };
    };
  };
}

/** @throws Error that says what is wrong, as MIDAS might. */
export function readStatusUpdate(body: string, headers: IncomingHttpHeaders): StatusUpdate {
  const originator = headers['vmmd-originatoruri'];
  if (typeof originator !== 'string' || originator === '') throw new Error('VMMD-originatorURI is missing');
  const { telephoneNumber, activity } = (JSON.parse(body) as UpdateBody).UpdateVOIPLineMigrationStatus ?? {};
  const { name, ...task } = activity?.task ?? { status: '' };
  if (!telephoneNumber || !activity?.name || !name || !task.status) throw new Error('a field is missing');
  return { telephoneNumber, originator, ...task };
}
