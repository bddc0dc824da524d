import { parseArgs } from 'node:util';
import { describeConfig } from '../config/describe-config';
import { prefixOf } from '../config/environment';
import type { Service } from '../service';

export type Command = 'serve' | 'migrate' | 'help';

/** @throws TypeError when there is an argument that we do not know. */
export function readCommand(args: readonly string[]): Command {
  const options = { help: { type: 'boolean', short: 'h' }, 'migrate-only': { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  if (values.help === true) return 'help';
  return values['migrate-only'] === true ? 'migrate' : 'serve';
}

/** What `--help` prints. */
export function help({ name, title, contract, config, commands = {} }: Service): string {
  const prefix = prefixOf(name);
  const names = Object.keys(commands);
  const own = names.map((each) => `\n  ${each.padEnd(15)} ${commands[each]!.summary}`).join('');
  const variables = describeConfig(config).map(({ name, required, description, allowed, ...setting }) => {
    const value =
      setting.default === undefined ? (required ? 'required' : 'not set') : `default ${setting.default}`;
    return `  ${name} (${value})\n      ${description}. Must be ${allowed}.`;
  });
  return `${title} (${name})${contract === undefined ? '' : `\n${contract.summary}`}

Usage: node main.js [--migrate-only | --help${names.map((each) => ` | ${each}`).join('')}]

  --migrate-only  bring the database up to date, and stop
  --help          print this${own}

Environment variables, each also with the prefix ${prefix}, which wins. A secret may also come from the file that
<NAME>_FILE names.

${variables.join('\n')}
`;
}
