import { rootElements, type SoapContract } from '@trunkline/operations';
import { provesItsMessages } from './proves-its-messages';
import { provesItsSamples } from './proves-its-samples';
import { publishesItsDescription } from './publishes-its-description';
import { servesNodeSoap } from './serves-node-soap';

/**
 * All that proves a SOAP contract, in the one line of its spec: what is published is what is derived; libxml2 and class-validator
 * judge its messages as we do; its samples are valid; node-soap can read its WSDL and call it. `address` is where the published
 * WSDL says that the service is, without a path.
 */
export function provesSoapContract(contract: SoapContract, address: string): void {
  describe(`the contract of ${contract.name}`, () => {
    publishesItsDescription(contract, address);
    provesItsMessages(rootElements(contract));
    provesItsSamples(contract);
    servesNodeSoap(contract);
  });
}
