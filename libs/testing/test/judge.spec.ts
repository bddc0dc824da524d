import { Judge, judgeOf } from '../src/judges/judge';
import { specimens } from './specimen';

describe('libxml2 as a judge', () => {
  let judge: Judge;
  beforeAll(() => {
    judge = judgeOf(specimens);
  });
  afterAll(() => judge.close());

  it('has nothing against what is valid, and says what is wrong with the rest', async () => {
    const numbers = (content: string) => `<u:numbers xmlns:u="urn:example:u">${content}</u:numbers>`;
    const [valid, wrong, broken, stranger] = await judge.judge([
      numbers('<price>1.50</price><any>7</any>'),
      numbers('<price>1.505</price>'),
      '<u:numbers',
      '<x/>',
    ]);
    expect(valid).toEqual([]);
    expect(wrong!.join()).toMatch(/fractionDigits.*Missing child element/s);
    expect(broken).not.toEqual([]);
    expect(stranger!.join()).toContain('No matching global declaration available for the validation root');
  });

  it('tells when a schema is none', async () => {
    const careless = new Judge({
      documents: {},
      start: '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element/></xs:schema>',
    });
    await expect(careless.judge(['<a/>'])).rejects.toThrow();
    await expect(careless.judge(['<a/>'])).rejects.toThrow();
  });
});
