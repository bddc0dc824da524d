import { Refusal } from '@trunkline/faults';

/**
 * Reads a JSON body: UTF-8 and nothing else (RFC 8259), with the place where it breaks.
 *
 * @throws Refusal UnsupportedMediaType for any other Content-Type, Malformed with line and column.
 */
export function readJson(bytes: Buffer, contentType: string | undefined): unknown {
  const type = (contentType ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (type !== 'application/json')
    throw new Refusal('UnsupportedMediaType', 'Send the message as application/json');
  return parse(decode(bytes));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('Malformed', 'The message is not valid UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusalOf(error as SyntaxError, text);
  }
}

/** V8 tells the position; its words may quote the message, so they are not passed on. */
function refusalOf({ message }: SyntaxError, text: string): Refusal {
  const found = /at position (\d+)/.exec(message);
  const before = text.slice(0, found ? Number(found[1]) : text.length).split('\n');
  const [line, column] = [before.length, before.at(-1)!.length + 1];
  return new Refusal('Malformed', `The message is not valid JSON: line ${line}, column ${column}`, {
    line,
    column,
  });
}
