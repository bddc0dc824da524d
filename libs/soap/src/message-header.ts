import { DateTimeField, Message, ObjectField, TokenField } from '@trunkline/fields';
import { type AnswerFacts, root, type SentIds, type SoapHeader } from '@trunkline/operations';
import { messageHeaderSchema } from './schemas';
import { FaultDetail } from './typed-fault';

const optional = true;
const maxLength = 255;

/**
 * The message header of the operator's services, as a request carries it (CONTRACTS.md section 0): every field may be absent,
 * in any order.
 */
@Message({ schema: messageHeaderSchema, type: 'RequestHeaderType', order: 'any' })
export class RequestHeader {
  @TokenField({ description: 'The activity of the business process.', maxLength, optional })
  ActivityName?: string;

  @TokenField({
    type: 'RequestMessageType',
    description: 'REQUEST or NOTIFICATION.',
    example: 'REQUEST',
    pattern: 'REQUEST|NOTIFICATION',
    optional,
  })
  msgType?: string;

  @TokenField({ description: 'Who sent this message.', example: 'urn:example:crm', maxLength, optional })
  senderURI?: string;

  @TokenField({ description: 'Who started the process.', maxLength, optional })
  OriginatorURI?: string;

  @TokenField({ description: 'Where an asynchronous answer goes.', maxLength, optional })
  replyToURI?: string;

  @TokenField({ description: 'Where an asynchronous fault goes.', maxLength, optional })
  failureToURI?: string;

  @TokenField({ description: 'The user on whose behalf it is sent.', maxLength, personal: true, optional })
  Userid?: string;

  @TokenField({ description: 'A credential.', maxLength, optional, secret: true })
  security?: string;

  @TokenField({ description: 'What kind of credential it is.', maxLength, optional })
  securityType?: string;

  @DateTimeField({ description: 'When it was sent.', example: '2026-01-31T09:30:00Z', optional })
  RequestTimestamp?: string;

  @TokenField({ description: 'RequestResponse or Notification.', maxLength, optional })
  CommunicationPattern?: string;

  @TokenField({ description: 'RPC, or MSG for an asynchronous answer.', example: 'RPC', maxLength, optional })
  CommunicationStyle?: string;

  @TokenField({ description: 'The service that is meant.', maxLength, optional })
  Service?: string;

  @TokenField({ description: 'The version of the service that is meant.', maxLength, optional })
  Version?: string;

  @TokenField({ description: "The consumer's own reference; returned as sent.", maxLength, optional })
  BusinessID?: string;

  @TokenField({
    description: 'The same through a whole business process.',
    example: 'c-4711',
    maxLength,
    optional,
  })
  ConversationID?: string;

  @TokenField({
    description: 'Unique for a request and its answer.',
    example: 'r-4711-1',
    maxLength,
    optional,
  })
  RequestID?: string;

  @TokenField({
    description: "The message's own id. A message with the same senderURI and MessageID is a repetition.",
    example: 'm-4711-1',
    maxLength,
    optional,
  })
  MessageID?: string;
}

/** The message header of an answer. */
@Message({ schema: messageHeaderSchema, type: 'ResponseHeaderType', order: 'any' })
export class ResponseHeader {
  @TokenField({ type: 'ResponseMessageType', description: 'RESPONSE or ERROR.', pattern: 'RESPONSE|ERROR' })
  msgType!: string;

  @TokenField({ description: 'SUCCESS or FAILURE.', pattern: 'SUCCESS|FAILURE' })
  ActivityStatus!: string;

  @DateTimeField({ description: 'When the answer was made.' })
  ResponseTimestamp!: string;

  @TokenField({ description: 'As received.', maxLength, optional })
  Service?: string;

  @TokenField({ description: 'As received.', maxLength, optional })
  Version?: string;

  @TokenField({ description: 'As received; absent when none was sent.', maxLength, optional })
  BusinessID?: string;

  @TokenField({ description: 'As received, or made for this message.', maxLength })
  ConversationID!: string;

  @TokenField({ description: 'As received, or made for this message.', maxLength })
  RequestID!: string;

  @TokenField({ description: 'As received, or made for this message.', maxLength })
  MessageID!: string;

  @ObjectField(() => FaultDetail, {
    description: 'The fault, where the service is set to answer faults in the header.',
    optional,
  })
  fault?: FaultDetail;
}

/** The header block of every service of the operator: how a message is told apart, and how it is answered. */
export const messageHeader: SoapHeader<RequestHeader, ResponseHeader> = {
  request: root('RequestHeader', RequestHeader),
  response: root('ResponseHeader', ResponseHeader),

  // An id without a character is not sent.
  identify(header: RequestHeader): SentIds {
    return {
      conversationId: header.ConversationID || undefined,
      requestId: header.RequestID || undefined,
      messageId: header.MessageID || undefined,
      businessId: header.BusinessID,
      sender: header.senderURI || undefined,
    };
  },

  answer(header: RequestHeader, facts: AnswerFacts): ResponseHeader {
    return {
      msgType: facts.failed ? 'ERROR' : 'RESPONSE',
      ActivityStatus: facts.failed ? 'FAILURE' : 'SUCCESS',
      ResponseTimestamp: facts.at,
      Service: header.Service,
      Version: header.Version,
      BusinessID: header.BusinessID,
      ConversationID: facts.conversationId,
      RequestID: facts.requestId,
      MessageID: facts.messageId,
      fault: facts.detail as FaultDetail | undefined,
    };
  },
};
