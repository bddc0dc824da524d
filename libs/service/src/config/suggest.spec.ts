import { suggest } from './suggest';

it.each([
  ['EVENTS_PROT', 'EVENTS_PORT'],
  ['EVENTS_FAULTPLACEMENT', 'EVENTS_FAULT_PLACEMENT'],
  ['EVENTS_SOMETHING_ELSE', undefined],
])('takes %s for %s', (wrong, meant) => {
  expect(suggest(wrong, ['EVENTS_PORT', 'EVENTS_FAULT_PLACEMENT'])).toBe(meant);
});
