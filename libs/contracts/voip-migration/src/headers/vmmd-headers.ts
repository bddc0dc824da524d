import type { RestAnswerFacts, RestHeaders, SentIds } from '@trunkline/operations';

/** The ids of a request as its headers carry them, and when the consumer says that it was sent. */
interface VmmdIds extends SentIds {
  readonly requestTimeStamp?: string | undefined;
}

/** The VMMD headers (CONTRACTS.md section 5): none is required, and one without a character is not sent. */
export const vmmdHeaders: RestHeaders = {
  identify(headers): VmmdIds {
    return {
      conversationId: headers['vmmd-conversationid'] || undefined,
      requestId: headers['vmmd-requestid'] || undefined,
      messageId: headers['vmmd-messageid'] || undefined,
      sender: headers['vmmd-senderuri'] || undefined,
      requestTimeStamp: headers['vmmd-requesttimestamp'] || undefined,
    };
  },

  answer(sent: VmmdIds, { requestId, receivedAt, at, failed }: RestAnswerFacts): Record<string, string> {
    return {
      ...(sent.conversationId && { 'VMMD-conversationId': sent.conversationId }),
      ...(sent.messageId && { 'VMMD-messageID': sent.messageId }),
      'VMMD-requestId': requestId,
      'VMMD-requestTimeStamp': sent.requestTimeStamp ?? receivedAt,
      'VMMD-responseTimeStamp': at,
      'VMMD-responseStatus': failed ? 'FAILURE' : 'SUCCESS',
    };
  },
};
