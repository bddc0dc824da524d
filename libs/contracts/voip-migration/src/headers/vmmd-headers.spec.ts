import { vmmdHeaders } from './vmmd-headers';

const facts = {
  requestId: 'r-1',
  receivedAt: '2026-01-31T09:30:00.000Z',
  at: '2026-01-31T09:30:01.000Z',
  failed: false,
};

/** The headers of the answer to a request with these. */
function answerTo(headers: Record<string, string>, failed = false): Record<string, string> {
  return vmmdHeaders.answer(vmmdHeaders.identify(headers), { ...facts, failed });
}

describe('the VMMD headers', () => {
  it('tell who sent what', () => {
    const sent = {
      'vmmd-conversationid': 'c',
      'vmmd-requestid': 'r',
      'vmmd-messageid': 'm',
      'vmmd-senderuri': 's',
    };
    expect(vmmdHeaders.identify(sent)).toMatchObject({
      conversationId: 'c',
      requestId: 'r',
      messageId: 'm',
      sender: 's',
    });
  });

  it('are spelt as published in an answer, and repeat what was sent', () => {
    const sent = {
      'vmmd-conversationid': 'c',
      'vmmd-messageid': 'm',
      'vmmd-requesttimestamp': '2026-01-31T09:29:59Z',
    };
    expect(answerTo(sent)).toEqual({
      'VMMD-conversationId': 'c',
      'VMMD-messageID': 'm',
      'VMMD-requestId': 'r-1',
      'VMMD-requestTimeStamp': '2026-01-31T09:29:59Z',
      'VMMD-responseTimeStamp': '2026-01-31T09:30:01.000Z',
      'VMMD-responseStatus': 'SUCCESS',
    });
  });

  it.each([[{}], [{ 'vmmd-conversationid': '', 'vmmd-messageid': '', 'vmmd-requesttimestamp': '' }]])(
    'make nothing up but the id of the request and when it came: %j',
    (sent) => {
      expect(answerTo(sent, true)).toEqual({
        'VMMD-requestId': 'r-1',
        'VMMD-requestTimeStamp': '2026-01-31T09:30:00.000Z',
        'VMMD-responseTimeStamp': '2026-01-31T09:30:01.000Z',
        'VMMD-responseStatus': 'FAILURE',
      });
    },
  );
});
