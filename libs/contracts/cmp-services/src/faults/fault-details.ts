import { Message, ObjectField, TextField, TokenField } from '@trunkline/fields';
import { exceptionSchema as schema } from '../cmp-services.schemas';

/** One thing that is wrong. */
@Message({ schema, type: 'FaultDetails', description: 'One thing that is wrong.' })
export class FaultDetails {
  @TokenField({ description: 'What is wrong, as a code.', example: 'CMP2004' })
  MessageId!: string;

  @TextField({ description: 'What is wrong, in words.', optional: true })
  MessageText?: string;

  @TextField({
    description: 'The field that is wrong, where one is.',
    example: 'ServiceData/ServiceData/serviceCode',
    optional: true,
  })
  ExtraInfo?: string;
}

/** What every fault of the CMP consists of. */
@Message({ schema, type: 'BaseFault' })
export class BaseFault {
  @ObjectField(() => FaultDetails, { description: 'The fault as a whole.' })
  Details!: FaultDetails;
}

@Message({ schema, type: 'ErrorListType' })
export class ErrorList {
  @ObjectField(() => FaultDetails, {
    description: 'One thing that is wrong with the request.',
    list: { min: 1 },
  })
  Error!: FaultDetails[];
}

/** The fault of a request in which something is wrong. */
@Message({ schema, type: 'ValidationFaultType' })
export class ValidationFault extends BaseFault {
  @ObjectField(() => ErrorList, { description: 'Everything that is wrong with the request.', optional: true })
  Errors?: ErrorList;
}
