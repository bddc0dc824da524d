import { connect } from 'node:net';

/** An answer as it stands on the wire. */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How long a service may take for the worst of it, in milliseconds, on a machine that does other things besides. */
const deadline = 5_000;

/** Sends bytes to a service and gives its answers, when it closes the connection. */
export async function exchange(url: string, bytes: Buffer): Promise<Reply[]> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const received: Buffer[] = [];
  socket.on('data', (part: Buffer) => received.push(part));
  // A service may answer and close while we are still sending.
  socket.on('error', () => socket.destroy());
  socket.setTimeout(deadline, () => socket.destroy(new Error('late')));
  socket.write(bytes);
  // Not once(): it gives up at an error, and what was answered before that is lost.
  await new Promise((resolve) => socket.on('close', resolve));
  return readReplies(Buffer.concat(received).toString());
}

function readReplies(text: string): Reply[] {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return [];
  const [start = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(lines.map(readHeader));
  const rest = Buffer.from(text.slice(end + 4));
  const length = Number(headers['content-length'] ?? rest.length);
  const body = rest.subarray(0, length).toString();
  // Node itself answers in chunks, and has nothing to say.
  const empty = headers['transfer-encoding'] === 'chunked' && body === '0\r\n\r\n';
  const reply = { status: Number(start.split(' ')[1]), headers, body: empty ? '' : body };
  return [reply, ...readReplies(rest.subarray(length).toString())];
}

function readHeader(line: string): [name: string, value: string] {
  const at = line.indexOf(':');
  return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
}
