import { join } from 'node:path';
import { expectGolden } from '@trunkline/testing';
import { bill, dependenciesPage, deployed } from './dependencies';

const docs = join(__dirname, '../../docs');

/** They ask for their notice to be kept, and for no more. */
const asked = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Python-2.0',
];
const allowed = new Set([...asked, '(MIT OR CC0-1.0)']);

describe('what services are made of', () => {
  it('is in docs/dependencies.md', () => {
    expectGolden(join(docs, 'dependencies.md'), dependenciesPage());
  });

  it('is in docs/bom.json', () => {
    expectGolden(join(docs, 'bom.json'), bill());
  });

  it('may be used by anybody', () => {
    expect(deployed.filter(({ license = '' }) => !allowed.has(license))).toEqual([]);
  });
});
