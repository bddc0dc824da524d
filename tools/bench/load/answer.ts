const endOfHead = '\r\n\r\n';
const lastChunk = Buffer.from('0\r\n\r\n');

/**
 * The status of an answer that came whole; undefined while some of it is still to come. It takes what the measured servers
 * send and no more: a length, or chunks without trailers.
 */
export function statusOf(answer: Buffer): number | undefined {
  const end = answer.indexOf(endOfHead);
  if (end < 0) return undefined;
  const head = answer.toString('latin1', 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const whole =
    length === undefined
      ? answer.subarray(-lastChunk.length).equals(lastChunk)
      : answer.length >= end + endOfHead.length + Number(length);
  return whole ? Number(head.slice(9, 12)) : undefined;
}
