import { restContract, type RestFaultForm, restOperation } from '@trunkline/operations';
import { endpoints } from './endpoints';
import { type Handler, Handles } from './handler';

const facts = {
  version: '1',
  summary: '',
  status: 204,
  faults: [],
  samples: '',
  effect: 'own-store',
} as const;
const open = restOperation({ ...facts, name: 'Open', method: 'POST', path: '/doors' });
const close = restOperation({ ...facts, name: 'Close', method: 'DELETE', path: '/doors' });
const paint = restOperation({ ...facts, name: 'Paint', method: 'PUT', path: '/doors' });

const faultForm: RestFaultForm = { body: class {}, fault: () => ({}), refusal: () => ({}) };
const commonFaults = {
  unexpected: 'UnexpectedError',
  invalid: 'FieldValidationError',
  repeated: 'FieldValidationError',
  inDoubt: 'UnexpectedError',
} as const;
const doors = restContract({
  name: 'doors',
  title: 'Doors',
  summary: '',
  folder: __dirname,
  faultForm,
  commonFaults,
  operations: [open, close],
});

class Doing implements Handler {
  handle = () => Promise.resolve({});
}
@Handles(open)
class OpenHandler extends Doing {}
@Handles(close)
class CloseHandler extends Doing {}
@Handles(paint)
class PaintHandler extends Doing {}

describe('the endpoints of a contract', () => {
  it('stand in its order, in whatever order the handlers are', () => {
    const names = endpoints(doors, [CloseHandler, OpenHandler]).map(({ name }) => name);
    expect(names).toEqual(['OpenEndpoint', 'CloseEndpoint']);
  });

  it('are refused while an operation has no handler', () => {
    expect(() => endpoints(doors, [OpenHandler])).toThrow('nobody handles Close of doors');
  });

  it('are refused while a handler has no operation of the contract', () => {
    expect(() => endpoints(doors, [OpenHandler, CloseHandler, PaintHandler])).toThrow(
      'Paint is no operation of doors, and is handled',
    );
  });
});
