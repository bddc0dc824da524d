/** The text of a log line that an operator should see at once: of a warning and of anything worse. */
export function warningOf(line: string): string | undefined {
  const entry = parse(line);
  if (entry === undefined) return line;
  if (!['warn', 'error', 'fatal'].includes(entry.level ?? '')) return undefined;
  const reason = entry.err?.message === undefined ? '' : `: ${entry.err.message}`;
  return `${entry.level}: ${entry.msg ?? ''}${reason}`;
}

interface LogEntry {
  readonly level?: string;
  readonly msg?: string;
  readonly err?: { readonly message?: string };
}

/** Undefined when the line is no log line, which is worth seeing as well. */
function parse(line: string): LogEntry | undefined {
  try {
    return JSON.parse(line) as LogEntry;
  } catch {
    return undefined;
  }
}
