import { ObjectField, TextField, TokenField } from '@trunkline/fields';

/** One question that the customer was asked before the migration. */
export class QuestionnaireEntry {
  @TextField({ description: 'What was asked.' })
  question!: string;

  @TextField({ description: 'What was answered.' })
  answer!: string;
}

/** The answer of VOIPLineMigrationDetails, as far as we read it. */
export class LineDetailsResponse {
  @ObjectField(() => QuestionnaireEntry, { description: 'The questionnaire.', list: { min: 0 } })
  questionnaire?: QuestionnaireEntry[];

  @TokenField({ description: 'The service category of ICOMS.', example: 'T', pattern: '[A-Za-z0-9]{1,10}' })
  serviceCategory!: string;
}

class Success {}

class UpdateStatusOutcome {
  @ObjectField(() => Success, { description: 'The status was set.' })
  success!: Success;
}

/** The answer of UpdateVOIPLineMigrationStatus, as far as we read it. */
export class UpdateStatusResponse {
  @ObjectField(() => UpdateStatusOutcome, { description: 'What came of it.' })
  UpdateVOIPLineMigrationStatus!: UpdateStatusOutcome;
}

/** One error of MIDAS. */
export class MidasFault {
  @TokenField({ description: 'SYSTEM or BUSINESS.' })
  type!: string;

  @TokenField({ description: 'The code.' })
  code!: string;

  @TextField({ description: 'The error in words.' })
  description!: string;

  @TextField({ description: 'More words.', optional: true })
  text?: string;
}

class Failure {
  @ObjectField(() => MidasFault, { description: 'The errors.', list: { min: 1 } })
  fault!: MidasFault[];
}

/** What stands under the name of an operation that failed. */
export class MidasFailure {
  @ObjectField(() => Failure, { description: 'What failed.' })
  failure!: Failure;
}
