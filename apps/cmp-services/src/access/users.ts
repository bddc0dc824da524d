import { StartError } from '@trunkline/service';
import { PasswordChecks } from './password-checks';
import { isPassword, noPassword, type PasswordHash, readPasswordHash } from './password-hash';

interface User {
  readonly hash: PasswordHash;
  /** The operations it may call; all of them where it is undefined. */
  readonly operations: ReadonlySet<string> | undefined;
}

/** Whom CMP_USERS names. */
export class Users {
  private readonly decoy = noPassword();
  private readonly checks = new PasswordChecks();

  private constructor(private readonly byName: ReadonlyMap<string, User>) {}

  /**
   * @param text `name:hash` or `name:hash:operation,operation`, with blanks or line ends between; nobody where it is undefined.
   * @param operations Those that there are.
   * @throws StartError that names the entry, and shows nothing of its hash; or where there is a text but no entry: a secret that was
   * emptied by mistake must not let everybody in.
   */
  static read(text: string | undefined, operations: readonly string[]): Users {
    const entries = (text ?? '').split(/\s+/).filter((entry) => entry !== '');
    if (text !== undefined && entries.length === 0) {
      throw new StartError('CMP_USERS is set but names nobody: name who may call, or do not set it at all.');
    }
    const users = entries.map((entry, index) => readUser(entry, index + 1, operations));
    const byName = new Map(users);
    if (byName.size < users.length) throw new StartError('CMP_USERS: a name stands twice.');
    return new Users(byName);
  }

  get count(): number {
    return this.byName.size;
  }

  /**
   * Whether there is such a user with such a password. Takes as long for an unknown name as for a wrong password.
   *
   * @throws Refusal Overloaded while too many passwords are being checked.
   */
  async isKnown(name: string, password: string): Promise<boolean> {
    const user = this.byName.get(name);
    const right = await this.checks.isRight(name, password, () =>
      isPassword(password, user?.hash ?? this.decoy),
    );
    return user !== undefined && right;
  }

  mayCall(name: string, operation: string): boolean {
    const user = this.byName.get(name);
    return user !== undefined && (user.operations?.has(operation) ?? true);
  }
}

function readUser(entry: string, position: number, known: readonly string[]): [name: string, user: User] {
  const [name = '', hashText = '', operationText, ...more] = entry.split(':');
  const hash = readPasswordHash(hashText);
  if (name === '' || !hash || more.length > 0) {
    throw new StartError(
      `CMP_USERS: entry ${position} is not name:hash or name:hash:operations. Make the hash with "hash-password".`,
    );
  }
  const operations = operationText === undefined ? undefined : new Set(operationText.split(','));
  const unknown = [...(operations ?? [])].find((operation) => !known.includes(operation));
  if (unknown !== undefined) {
    throw new StartError(`CMP_USERS: ${name} is allowed ${unknown}, which is none of ${known.join(', ')}.`);
  }
  return [name, { hash, operations }];
}
