import { createInterface } from 'node:readline/promises';
import { type CommandContext, type ServiceCommand, StartError } from '@trunkline/service';
import { hashPassword } from './password-hash';

/** `hash-password`: what CMP_USERS wants of a password. It is read from the input: arguments are seen by others. */
export const hashPasswordCommand: ServiceCommand = {
  summary: 'make the hash for CMP_USERS of a password, which is read as a line from the input',

  async run({ args }: CommandContext): Promise<void> {
    if (args.length > 0)
      throw new StartError('hash-password takes no arguments: it reads the password from its input.');
    const lines = createInterface({ input: process.stdin, terminal: false });
    if (process.stdin.isTTY) process.stderr.write('Password: ');
    for await (const password of lines) {
      if (password === '') break;
      process.stdout.write(`${await hashPassword(password)}\n`);
      return;
    }
    throw new StartError('there is no password on the input.');
  },
};
