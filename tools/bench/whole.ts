import type { Message, ServiceBench, Subject } from './service-bench.ts';

/** A service as it is used, and what it is asked. */
export function wholeOf({ comparisons: [first], whole }: ServiceBench): {
  subject: Subject;
  message: Message;
} {
  const { subjects, message } = first!;
  return { subject: subjects.find(({ key }) => key === whole)!, message };
}
