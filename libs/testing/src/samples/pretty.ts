import { escapeAttribute, escapeText } from '@trunkline/fields';
import { SaxesParser } from 'saxes';

/** A body as a sample's file has it: indented, so that people can read it, and otherwise as it was sent. */
export function pretty(body: string, contentType: string): string {
  if (body === '') return '';
  return contentType.includes('json') ? `${JSON.stringify(JSON.parse(body), null, 2)}\n` : prettyXml(body);
}

/** Only where elements stand among elements: the text of a leaf is content. */
function prettyXml(xml: string): string {
  const parser = new SaxesParser({});
  let [out, depth, text, leaf] = [/^<\?xml[^>]*\?>/.exec(xml)?.[0] ?? '', 0, '', false];
  const line = () => `${out === '' ? '' : '\n'}${'  '.repeat(depth)}`;
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const given = Object.entries(attributes).map(
      ([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`,
    );
    out += `${line()}<${name}${given.join('')}${isSelfClosing ? '/' : ''}>`;
    depth++;
    [text, leaf] = ['', true];
  });
  parser.on('text', (content) => (text += content));
  parser.on('closetag', ({ name, isSelfClosing }) => {
    depth--;
    if (!isSelfClosing) out += leaf ? `${escapeText(text)}</${name}>` : `${line()}</${name}>`;
    [text, leaf] = ['', false];
  });
  parser.write(xml).close();
  return `${out}\n`;
}
