import { ObjectField, TextField, TokenField } from '@trunkline/fields';

/** One error in an answer; what led to it stands in it. */
export class MigrationFault {
  @TokenField({ description: 'SYSTEM or BUSINESS.', example: 'BUSINESS' })
  type!: string;

  @TokenField({ description: 'The code of the error.', example: '10685' })
  code!: string;

  @TextField({ description: 'The error in words.', example: 'Business Exception' })
  description!: string;

  @TokenField({ description: 'CRITICAL or ERROR.', example: 'ERROR' })
  severity!: string;

  @TokenField({ description: 'The system that the error comes from.', example: 'Middleware', optional: true })
  sourceSystem?: string;

  @TextField({ description: 'What is wrong with this request, or the words of that system.', optional: true })
  text?: string;

  @ObjectField(() => MigrationFault, {
    description: "What led to it: each field that is wrong, or the back end's own error.",
    list: { min: 0 },
  })
  fault?: MigrationFault[];
}

/** The work order was created. */
export class WorkOrderCreated {
  @TokenField({ description: 'The number of the work order in ICOMS.', example: '2610411850301' })
  orderNumber!: string;

  @ObjectField(() => MigrationFault, {
    description: 'Why MIDAS does not know of it yet; it is told as soon as it can be.',
    list: { min: 0 },
  })
  fault?: MigrationFault[];
}

/** No work order was created, or nobody knows. */
export class WorkOrderNotCreated {
  @ObjectField(() => MigrationFault, {
    description: 'Why; and then, where MIDAS could not be told, why that.',
    list: { min: 1 },
  })
  fault!: MigrationFault[];
}

/** What came of the request: one of the two. */
export class Result {
  @ObjectField(() => WorkOrderCreated, { description: 'The work order was created.', optional: true })
  success?: WorkOrderCreated;

  @ObjectField(() => WorkOrderNotCreated, { description: 'It was not.', optional: true })
  failure?: WorkOrderNotCreated;
}

/** The body of every answer, success or failure (CONTRACTS.md section 5). */
export class CreateVOIPMigrationWorkOrderResponse {
  @ObjectField(() => Result, { description: 'What came of the request.' })
  CreateVOIPMigrationWorkOrder!: Result;
}
