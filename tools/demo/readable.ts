/** A message as a person reads it: indented, whatever it was. */
export function readable(body: string, contentType = ''): string {
  if (body === '') return '(no body)';
  if (contentType.includes('json')) return indentedJson(body);
  return contentType.includes('xml') ? indentedXml(body.trim()) : body;
}

/** Some samples are no JSON, on purpose. */
function indentedJson(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** XML with each element on a line of its own, except where text stands beside it. */
function indentedXml(xml: string): string {
  let depth = 0;
  return xml
    .split(/(?<=>)\s*(?=<)/)
    .map((part) => {
      if (part.startsWith('</')) depth -= 1;
      const line = `${'  '.repeat(depth)}${part}`;
      if (/^<[^/?!]/.test(part) && !/\/>$|<\/[^>]*>$/.test(part)) depth += 1;
      return line;
    })
    .join('\n');
}
