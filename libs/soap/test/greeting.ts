import { IntegerField, Message, type Schema, TokenField } from '@trunkline/fields';
import { root, soapContract, soapOperation } from '@trunkline/operations';
import { messageHeader, typedFault } from '../src/index';

const schema: Schema = {
  name: 'greeting',
  namespace: 'urn:test:greeting',
  prefix: 'g',
  elements: 'qualified',
};

@Message({ schema })
export class Greet {
  @TokenField({ description: 'Whom.', maxLength: 5 })
  name!: string;

  @IntegerField({ description: 'How often.', minimum: 1, maximum: 9, optional: true })
  times?: number;
}

@Message({ schema })
export class Greeted {
  @TokenField({ description: 'The greeting.' })
  greeting!: string;
}

@Message({ schema })
export class Ask extends Greet {}

const shared = { version: '1', faults: [], samples: 'none', effect: 'own-store' as const };

export const greet = soapOperation({
  ...shared,
  name: 'GreetV1',
  summary: 'Greets & smiles.',
  request: root('Greet', Greet),
  response: root('Greeted', Greeted),
  action: 'urn:test:greeting/GreetV1',
  failure: { greeting: 'FAILURE' },
});

export const ask = soapOperation({
  ...shared,
  name: 'AskV1',
  summary: 'Asks.',
  request: root('Ask', Ask),
  response: root('Asked', Greeted),
  action: '',
});

/** A contract with two operations and the common message header. */
export const greetings = soapContract({
  name: 'greetings',
  title: 'Greetings',
  summary: 'Greets and asks.',
  folder: __dirname,
  service: 'Greetings',
  schema,
  path: '/soap/greetings',
  versions: ['1.1', '1.2'],
  header: messageHeader,
  faultForm: typedFault,
  commonFaults: {
    unexpected: 'UnexpectedError',
    invalid: 'FieldValidationError',
    repeated: 'FieldValidationError',
    inDoubt: 'IcomsSystemException',
    overloaded: 'IcomsSystemException',
  },
  operations: [greet, ask],
});

const namespaces = 'xmlns:g="urn:test:greeting" xmlns:h="urn:trunkline:message-header:v1" xmlns:x="urn:x"';

export const greetXml = '<g:Greet><g:name>Ann</g:name></g:Greet>';

/** An envelope of 1.1, or of another namespace, with these parts. */
export function envelope(
  { header = '', body = greetXml, namespace = 'http://schemas.xmlsoap.org/soap/envelope/' } = {},
  parts = `<e:Header>${header}</e:Header><e:Body>${body}</e:Body>`,
): string {
  return `<e:Envelope xmlns:e="${namespace}" ${namespaces}>${parts}</e:Envelope>`;
}
