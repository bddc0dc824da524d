import { Message, ObjectField, TextField } from '@trunkline/fields';
import { servicesSchema as schema } from '../cmp-services.schemas';

@Message({ schema, type: 'CreateServiceResultType' })
export class CreateServiceResult {
  @TextField({
    description: 'As received; absent where none was sent.',
    minLength: 1,
    maxLength: 69,
    optional: true,
  })
  ExternalReference?: string;
}

/** The body of a CreateService answer (CONTRACTS.md section 3). */
@Message({ schema, type: 'CreateServiceResponseType', description: 'The service was created.' })
export class CreateServiceResponse {
  @ObjectField(() => CreateServiceResult, { description: 'The answer.', qualified: true })
  Result!: CreateServiceResult;
}
