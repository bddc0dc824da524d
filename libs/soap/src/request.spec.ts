import { ask, greet, greetings } from '../test/greeting';
import { checkAction, checkMediaType } from './request';

describe('a Content-Type', () => {
  it.each([
    'text/xml',
    ' TEXT/XML ; Charset = "UTF-8"',
    'application/soap+xml; charset=utf-8; action="urn:x=1"',
    'application/xml;',
  ])('is taken: %j', (contentType) => {
    expect(() => checkMediaType(contentType)).not.toThrow();
  });

  it.each([
    undefined,
    '',
    'text/plain',
    'application/json',
    'multipart/related; type="text/xml"',
    'text/xmlx',
  ])('of something else is refused: %j', (contentType) => {
    expect(() => checkMediaType(contentType)).toThrow(
      expect.objectContaining({ kind: 'UnsupportedMediaType' }),
    );
  });
});

describe('a SOAPAction', () => {
  it.each([
    undefined,
    '',
    '""',
    'GreetV1',
    '"Greet"',
    ' "urn:test:greeting/GreetV1" ',
    'urn:test:greeting#GreetV1',
    '"urn:test:greeting/Greet"',
    'urn:test:greeting#Greet',
  ])('agrees with the body: %j', (action) => {
    expect(() => checkAction(greet, greetings, [action])).not.toThrow();
  });

  it.each(['AskV1', 'urn:test:greeting/AskV1', 'urn:x/GreetV1', '"GreetV1', 'greetv1'])(
    'does not agree with the body: %j',
    (action) => {
      expect(() => checkAction(greet, greetings, [action])).toThrow(
        expect.objectContaining({ kind: 'ActionMismatch' }),
      );
    },
  );

  it('that is empty in the WSDL agrees in every other spelling', () => {
    expect(() => checkAction(ask, greetings, ['AskV1', undefined])).not.toThrow();
  });

  it('of each place must agree', () => {
    expect(() => checkAction(greet, greetings, ['GreetV1', 'AskV1'])).toThrow();
  });
});
