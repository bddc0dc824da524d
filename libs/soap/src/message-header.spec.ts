import { fieldsOf } from '@trunkline/fields';
import { messageHeader, RequestHeader } from './message-header';

describe('the message header', () => {
  it('has the eighteen fields that the operator’s services share, each of which may be absent', () => {
    const fields = fieldsOf(RequestHeader);
    expect(fields.map(({ name }) => name).join(', ')).toBe(
      'ActivityName, msgType, senderURI, OriginatorURI, replyToURI, failureToURI, Userid, security, securityType, ' +
        'RequestTimestamp, CommunicationPattern, CommunicationStyle, Service, Version, BusinessID, ConversationID, RequestID, MessageID',
    );
    expect(fields.every(({ optional }) => optional)).toBe(true);
    expect(fields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['security']);
  });

  it('tells the ids that were sent; one without a character was not', () => {
    expect(
      messageHeader.identify({ ConversationID: 'c', RequestID: '', MessageID: 'm', senderURI: '' }),
    ).toEqual({
      conversationId: 'c',
      messageId: 'm',
    });
  });
});
