import { IntegerField, Message, ObjectField, TextField } from '@trunkline/fields';
import { outageSchema as schema } from '../outage.schema';

@Message({ schema, type: 'ServerMessage', order: 'any', description: 'The message of the framework.' })
export class ServerMessage {
  @TextField({
    description: 'The programs that were called.',
    example: 'AddOrUpdateOutageEvents',
    optional: true,
  })
  callSequence?: string;

  @TextField({ description: 'The long description of the message.' })
  longDescription!: string;

  @IntegerField({ description: 'The category of the message.', example: '90001' })
  messageCategory!: number;

  @IntegerField({ description: 'The number of the message in its category.', example: '1003' })
  messageNbr!: number;

  @TextField({ description: 'The message.', example: 'The outage message is stale' })
  messageText!: string;

  @TextField({ description: 'The program that met the error.', example: 'outage' })
  programName!: string;
}

/** The body of every error (CONTRACTS.md section 2). stackTrace, which the page lists, is never filled. */
@Message({ schema, type: 'ProblemDetailDocument', order: 'any', description: 'An error.' })
export class ProblemDetailDocument {
  @TextField({
    description:
      'What is wrong: a line for each field or message that is at fault, with its path and externalOutageId.',
  })
  detail!: string;

  @IntegerField({ description: 'The HTTP status.', example: '400' })
  httpStatus!: number;

  @TextField({
    description: 'This error: base URI, time, user, category, number, HTTP method and request URL.',
    example: 'https://outage.example/problem/2025-02-06T10:00:00.000Z/anonymous/90001/1003/POST/rest/apis/…',
  })
  problemInstance!: string;

  @TextField({
    description: 'The kind of error: <base>/message/<category>/<number>.',
    example: 'https://outage.example/message/90001/1003',
  })
  problemType!: string;

  @ObjectField(() => ServerMessage, { description: 'The same in the words of the framework.' })
  serverMessage!: ServerMessage;

  @TextField({ description: 'The error in one sentence.', example: 'The outage message is stale' })
  title!: string;
}
