/** The media type of a Content-Type, without its parameters, in lower case; empty where there is none. */
export function mediaTypeOf(contentType = ''): string {
  return contentType.split(';', 1)[0]!.trim().toLowerCase();
}

/** A parameter of a Content-Type, by its name in lower case; without its quotes. */
export function parameterOf(contentType: string | undefined, name: string): string | undefined {
  for (const [, key, quoted, bare] of (contentType ?? '').matchAll(parameters)) {
    if (key!.toLowerCase() === name) return quoted ?? bare!.trimEnd();
  }
  return undefined;
}

const parameters = /;\s*([^\s;=]+)\s*=\s*(?:"([^"]*)"|([^;]*))/g;
