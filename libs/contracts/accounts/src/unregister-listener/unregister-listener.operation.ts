import { restOperation } from '@trunkline/operations';
import { AddressOfOne, readAddressOfOne, root } from '../address';

/** Takes a listener off the list; what it has not been told yet it is not told any more. */
export const unregisterListener = restOperation({
  name: 'UnregisterListener',
  version: '4',
  summary: 'Takes a listener off the list.',
  method: 'DELETE',
  path: `${root}/hub/:id`,
  parameters: AddressOfOne,
  readParameters: readAddressOfOne,
  status: 204,
  faults: ['AccountListenerNotFound'],
  scope: 'accounts:listen',
  samples: 'unregister-listener/samples',
  effect: 'own-store',
});
