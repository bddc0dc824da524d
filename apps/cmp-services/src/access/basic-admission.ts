import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '@trunkline/faults';
import type { Admission } from '@trunkline/service';
import type { Users } from './users';

const headers = { 'WWW-Authenticate': 'Basic realm="CMP services", charset="UTF-8"' };

/** HTTP Basic authentication (RFC 7617). */
export class BasicAdmission implements Admission {
  constructor(private readonly users: Users) {}

  async admit({ authorization = '' }: IncomingHttpHeaders): Promise<string> {
    const credentials = /^Basic +([\w+/-]+=*) *$/i.exec(authorization)?.[1];
    const [name, password] = divide(Buffer.from(credentials ?? '', 'base64').toString('utf8'));
    if (credentials !== undefined && (await this.users.isKnown(name, password))) return name;
    throw new Refusal('Unauthenticated', 'Name and password are missing or wrong', { headers });
  }
}

/** A password may have colons in it, a name has none. */
function divide(text: string): [name: string, password: string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}
