import { join } from 'node:path';
import { catalogue, sections } from '@trunkline/faults';
import { expectGolden } from '@trunkline/testing';
import { errorsPage } from './errors-page';

const root = join(__dirname, '../..');

describe('the catalogue', () => {
  it('is docs/errors.md', () => {
    expectGolden(join(root, 'docs/errors.md'), errorsPage());
  });

  it('has each name once', () => {
    const names = Object.values(sections).flatMap((rows) => Object.keys(rows));
    expect(names.length).toBe(Object.keys(catalogue).length);
  });

  it('says of each row when it is answered, in a sentence without an end', () => {
    const unclear = Object.values(catalogue).filter(({ when }) => when === '' || when.endsWith('.'));
    expect(unclear).toEqual([]);
  });
});
