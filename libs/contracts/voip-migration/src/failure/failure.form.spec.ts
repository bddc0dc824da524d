import { Fault, Refusal } from '@trunkline/faults';
import type { RestContext } from '@trunkline/operations';
import { failureForm } from './failure.form';
import { MigrationFailure } from './migration-failure';

const context: RestContext = {
  method: 'POST',
  base: 'http://localhost',
  url: '/',
  at: '2026-01-31T09:30:00.000Z',
};

const business = {
  type: 'BUSINESS',
  code: '10685',
  description: 'Business Exception',
  severity: 'ERROR',
  sourceSystem: 'Middleware',
};
const system = {
  type: 'SYSTEM',
  code: '10686',
  description: 'System Exception',
  severity: 'CRITICAL',
  sourceSystem: 'Middleware',
};

describe('a failure', () => {
  it('has each broken field as a cause', () => {
    const fields = [
      { path: 'telephoneNumber', rule: 'required', message: 'is missing' },
      { path: '', rule: 'type', message: 'must be an object' },
    ];
    const field = {
      type: 'BUSINESS',
      code: '10008',
      description: 'Field Validation Error',
      severity: 'ERROR',
    };
    expect(failureForm.fault(new Fault('MigrationBusinessException', { fields }), context)).toEqual({
      CreateVOIPMigrationWorkOrder: {
        failure: {
          fault: [
            {
              ...business,
              fault: [
                { ...field, text: 'telephoneNumber is missing' },
                { ...field, text: 'The message must be an object' },
              ],
            },
          ],
        },
      },
    });
  });

  it('has the fault of the work order and then that of the status update, each with its cause', () => {
    const open = new Fault('IcomsWorkOrderOpen', { text: 'WO-OPEN' });
    const update = new Fault('MigrationSystemException', { text: 'MIDAS was not told' });
    const failure = new MigrationFailure(
      'MigrationBusinessException',
      { text: 'no', causes: [open] },
      update,
    );
    expect(failureForm.fault(failure, context)).toMatchObject({
      CreateVOIPMigrationWorkOrder: {
        failure: {
          fault: [
            { ...business, text: 'no', fault: [{ code: '10465', sourceSystem: 'ICOMS', text: 'WO-OPEN' }] },
            { ...system, text: 'MIDAS was not told' },
          ],
        },
      },
    });
  });

  it.each([
    [
      new Refusal('Malformed', 'no JSON', { line: 3, column: 7 }),
      { ...business, text: 'no JSON (line 3, column 7)' },
    ],
    [new Refusal('NotFound'), { ...business, text: 'There is nothing at this address' }],
    [new Refusal('Overloaded'), { ...system, text: 'The service is overloaded' }],
  ])('is what a request that is no message of the contract gets: %s', (refusal, fault) => {
    expect(failureForm.refusal(refusal, context)).toEqual({
      CreateVOIPMigrationWorkOrder: { failure: { fault: [fault] } },
    });
  });
});
