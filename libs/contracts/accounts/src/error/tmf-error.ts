import { Message, TextField, TokenField } from '@trunkline/fields';

/** The body of every error (CONTRACTS.md section 4). */
@Message({ description: 'Why a request was not done.' })
export class TmfError {
  @TokenField({
    description: 'What went wrong, in one word that programs can tell apart.',
    example: 'Conflict',
  })
  code!: string;

  @TextField({
    description: 'What went wrong, in a sentence.',
    example: 'The account collides with one that exists',
  })
  reason!: string;

  @TextField({
    description:
      'What is wrong with this request, and where: attributes by JSON pointer, malformed JSON by line and column.',
    example: 'Another account has this /event/partyAccount/username.',
    optional: true,
  })
  message?: string;

  @TokenField({ description: 'The HTTP status.', example: '409' })
  status!: string;

  @TokenField({
    description: 'The name of this kind of error, as a URI.',
    example: 'urn:trunkline:error:accounts:Conflict',
  })
  referenceError!: string;

  @TokenField({ description: 'Error.', example: 'Error' })
  '@type'!: string;
}
