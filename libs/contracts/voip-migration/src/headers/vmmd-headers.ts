import type { RestAnswerFacts, RestHeaders, SentIds } from '@trunkline/operations';
import { VmmdRequestHeaders } from './vmmd-headers.request';
import { VmmdResponseHeaders } from './vmmd-headers.response';

/** The VMMD headers (CONTRACTS.md section 5): how a message is told apart, and how it is answered. */
export const vmmdHeaders: RestHeaders<VmmdRequestHeaders, VmmdResponseHeaders> = {
  request: VmmdRequestHeaders,
  response: VmmdResponseHeaders,
  messageId: 'VMMD-messageID',

  identify(sent: VmmdRequestHeaders): SentIds {
    return {
      conversationId: sent['VMMD-conversationID'],
      requestId: sent['VMMD-requestID'],
      messageId: sent['VMMD-messageID'],
      sender: sent['VMMD-senderURI'],
      originator: sent['VMMD-originatorURI'],
    };
  },

  answer(sent: VmmdRequestHeaders, facts: RestAnswerFacts): VmmdResponseHeaders {
    const { requestId, receivedAt, at, failed } = facts;
    return {
      'VMMD-conversationId': sent['VMMD-conversationID'],
      'VMMD-messageID': sent['VMMD-messageID'],
      'VMMD-requestId': requestId,
      'VMMD-requestTimeStamp': sent['VMMD-requestTimeStamp'] ?? receivedAt,
      'VMMD-responseTimeStamp': at,
      'VMMD-responseStatus': failed ? 'FAILURE' : 'SUCCESS',
    };
  },
};
