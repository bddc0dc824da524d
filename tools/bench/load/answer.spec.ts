import { statusOf } from './answer.ts';

describe('the status of an answer', () => {
  const answers = [
    { of: 'a head that is not whole', text: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n', status: undefined },
    {
      of: 'a body that is not whole',
      text: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na',
      status: undefined,
    },
    { of: 'a body with its length', text: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab', status: 200 },
    { of: 'no body', text: 'HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n', status: 201 },
    {
      of: 'chunks that go on',
      text: 'HTTP/1.1 500 Internal Server Error\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n',
      status: undefined,
    },
    {
      of: 'chunks that end',
      text: 'HTTP/1.1 500 Internal Server Error\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n',
      status: 500,
    },
  ];

  it.each(answers)('of $of is $status', ({ text, status }) => {
    expect(statusOf(Buffer.from(text))).toBe(status);
  });
});
