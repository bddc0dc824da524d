import type { LineMigration } from '../store/line-migration';
import { workOrderOf } from './work-order';

const migration: LineMigration = {
  id: '3f0c2a52-8c0e-4f0b-9d4e-0f6c5a1b7e11',
  telephoneNumber: '447874384949',
  accountNumber: '104118503',
  siteReference: 1,
  originatorUri: 'urn:example:portal',
  conversationId: 'c-4711',
  sentAt: '2026-01-31T09:30:00.000Z',
};

function commentOf(...answers: [question: string, answer: string][]): string | undefined {
  const questionnaire = answers.map(([question, answer]) => ({ question, answer }));
  return workOrderOf(migration, { serviceCategory: 'T', questionnaire }).comment;
}

describe('a work order', () => {
  it('is found again by the id of its message, and has a site of two digits', () => {
    expect(workOrderOf(migration, { serviceCategory: 'T', questionnaire: [] })).toEqual({
      accountIdentification: { siteReference: '01', accountNumber: '104118503' },
      telephoneNumber: '447874384949',
      serviceCategory: 'T',
      comment: '',
      consumerReference: '3f0c2a52-8c0e-4f0b-9d4e-0f6c5a1b7e11',
      originatorUri: 'urn:example:portal',
    });
  });

  it.each<[string, [string, string][], string]>([
    ['one answer', [['alarm', 'no']], 'alarm: no'],
    [
      'several',
      [
        ['alarm', 'no'],
        ['fax', 'yes'],
      ],
      'alarm: no; fax: yes',
    ],
    ['what XML cannot carry', [['a\u0000larm', 'n\ufffe\no']], 'a larm: n o'],
    [
      'more than fits',
      [['medical device', 'none that anybody knows of']],
      'medical device: none that anybody knows',
    ],
    ['no half of a character', [['x', '😀'.repeat(40)]], `x: ${'😀'.repeat(37)}`],
  ])('has the questionnaire for its comment: %s', (_what, answers, comment) => {
    expect(commentOf(...answers)).toBe(comment);
  });
});
