import { readFileSync } from 'node:fs';
import type { SettingDeclaration } from './setting';

/** Environment variables as a process gets them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of this process. Nothing else reads it. */
export function processEnvironment(): Environment {
  return process.env;
}

/** Where a setting's text was found. */
export interface Found {
  /** The variable, as the operator wrote it: with the service's prefix or without. */
  readonly variable: string;
  readonly text: string;
}

/** The prefix of a service's own variables: `CMP_SERVICES_` for `cmp-services`. */
export function prefixOf(service: string): string {
  return `${service.toUpperCase().replaceAll('-', '_')}_`;
}

/** The variables that may fill a setting; the first that is set wins. */
export function variablesOf({ name, secret = false }: SettingDeclaration, prefix: string): string[] {
  const names = name.startsWith(prefix) ? [name] : [`${prefix}${name}`, name];
  return secret ? names.flatMap((each) => [each, `${each}_FILE`]) : names;
}

/**
 * The text of a setting, undefined when no variable of it is set. An empty variable counts as not set: that is how compose
 * files leave one out.
 *
 * @throws Error with a line for the operator when the file of a secret cannot be read, or is empty.
 */
export function find(setting: SettingDeclaration, env: Environment, prefix: string): Found | undefined {
  const variable = variablesOf(setting, prefix).find((name) => isSet(name, env));
  if (variable === undefined) return undefined;
  const text = env[variable] ?? '';
  if (setting.secret !== true) return { variable, text: text.trim() };
  return { variable, text: variable.endsWith('_FILE') ? readSecret(variable, text) : text };
}

/**
 * The variables that are set and begin with the prefix. Kubernetes tells every pod of the Services beside it in variables of
 * the same shape (`EVENTS_PORT=tcp://10.0.0.7:3001`, `EVENTS_SERVICE_HOST`): those are not ours.
 */
export function ownVariables(env: Environment, prefix: string): string[] {
  return Object.keys(env).filter((name) => name.startsWith(prefix) && isSet(name, env));
}

function isSet(name: string, env: Environment): boolean {
  const text = env[name] ?? '';
  return text !== '' && !isServiceLink(name, text);
}

function isServiceLink(name: string, text: string): boolean {
  return (
    (name.endsWith('_PORT') && /^(tcp|udp|sctp):\/\//.test(text)) ||
    /_SERVICE_(HOST|PORT(_\w+)?)$|_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/.test(name)
  );
}

function readSecret(variable: string, path: string): string {
  const secret = readText(variable, path).trimEnd();
  // Not the same as an empty variable: whoever names a file wants what should stand there, a password above all.
  if (secret === '') throw new Error(`${variable}: the file ${path} is empty.`);
  return secret;
}

function readText(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${variable}: the file ${path} cannot be read (${code}).`, { cause: error });
  }
}
