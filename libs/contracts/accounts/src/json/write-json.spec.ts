import { JsonNumber, type JsonValue } from './json-value';
import { readJson } from './read-json';
import { writeCanonicalJson, writeJson } from './write-json';

it('writes every text as JSON.stringify does', () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  const others = [
    '',
    'a"b',
    'a\\b',
    'Zürich 📞',
    'ends with half of a pair \ud83d',
    '\udcde begins with one',
  ];
  for (const text of [...units, ...others]) expect(writeJson(text)).toBe(JSON.stringify(text));
});

it('writes names, lists and what is no text', () => {
  const text = '{"":[],"a \\"name\\"":{},"é":[1.50,true,false,null,{"b":[{"c":"d"}]}],"__proto__":"x"}';
  expect(writeJson(readJson(text))).toBe(text);
});

it('writes one text for one value', () => {
  const [one, other] = ['{"b":1.50,"a":{"d":null,"c":"x"}}', ' {"a":{"c":"x","d":null}, "b":15e-1}'];
  expect(writeCanonicalJson(readJson(one!))).toBe('{"a":{"c":"x","d":null},"b":1.5}');
  expect(writeCanonicalJson(readJson(other!))).toBe(writeCanonicalJson(readJson(one!)));
  const list: JsonValue = [new JsonNumber('2.0'), new JsonNumber('1')];
  expect(writeCanonicalJson(list)).toBe('[2,1]');
});
