import { vmmdHeaders } from './vmmd-headers';
import type { VmmdRequestHeaders } from './vmmd-headers.request';

const facts = {
  requestId: 'r-1',
  receivedAt: '2026-01-31T09:30:00.000Z',
  at: '2026-01-31T09:30:01.000Z',
};

const sent: VmmdRequestHeaders = {
  'VMMD-conversationID': 'c',
  'VMMD-requestID': 'r',
  'VMMD-messageID': 'm',
  'VMMD-senderURI': 's',
  'VMMD-originatorURI': 'o',
  'VMMD-requestTimeStamp': '2026-01-31T09:29:59Z',
};

describe('the VMMD headers', () => {
  it('tell who sent what, and who started it', () => {
    expect(vmmdHeaders.identify(sent)).toEqual({
      conversationId: 'c',
      requestId: 'r',
      messageId: 'm',
      sender: 's',
      originator: 'o',
    });
  });

  it('are spelt as published in an answer, and repeat what was sent', () => {
    expect(vmmdHeaders.answer(sent, { ...facts, failed: false })).toEqual({
      'VMMD-conversationId': 'c',
      'VMMD-messageID': 'm',
      'VMMD-requestId': 'r-1',
      'VMMD-requestTimeStamp': '2026-01-31T09:29:59Z',
      'VMMD-responseTimeStamp': '2026-01-31T09:30:01.000Z',
      'VMMD-responseStatus': 'SUCCESS',
    });
  });

  it('make nothing up but the id of the request and when it came', () => {
    expect(vmmdHeaders.answer({}, { ...facts, failed: true })).toEqual({
      'VMMD-requestId': 'r-1',
      'VMMD-requestTimeStamp': '2026-01-31T09:30:00.000Z',
      'VMMD-responseTimeStamp': '2026-01-31T09:30:01.000Z',
      'VMMD-responseStatus': 'FAILURE',
    });
  });
});
