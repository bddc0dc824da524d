import { escapeAttribute, escapeText } from './write';

describe('text in a document', () => {
  it.each([
    ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['"\'\t\n', '"\'\t\n'],
    ['a\rb', 'a&#xD;b'],
    ['\u0000\ufffe\ud800', '\ufffd\ufffd\ufffd'],
    ['😀', '😀'],
  ])('is escaped where it must be: %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it.each([
    ['"<&>"', '&quot;&lt;&amp;&gt;&quot;'],
    ['a\t\r\nb', 'a&#x9;&#xD;&#xA;b'],
    ['\u000b', '\ufffd'],
  ])('is escaped in an attribute, blanks too: %j', (text, escaped) => {
    expect(escapeAttribute(text)).toBe(escaped);
  });
});
