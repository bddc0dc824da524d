import { writeXml } from '@trunkline/fields';
import type { SoapContract, SoapOperation } from '@trunkline/operations';
import { samplesOf } from '@trunkline/service';
import { EnvelopeReader } from '@trunkline/soap';
import type { Target } from './attack';

/** What a service takes where nothing is set (CONTRACTS.md section 0). */
const bodyLimit = 1024 * 1024;

/** The first sample of a contract that a service takes, as something to make attacks from. */
export function targetOf(contract: SoapContract): Target {
  const sample = samplesOf(contract).find(({ response }) => response.status === 200);
  if (!sample?.request.body) throw new Error(`${contract.name} has no sample that is answered`);
  const contentType = sample.request.headers['content-type'];
  const body = Buffer.from(sample.request.body);
  const { operation, request, header } = new EnvelopeReader(contract, {
    contentType,
    soapAction: '',
    body,
  }).read();
  return {
    contract,
    actions: actionsOf(contract, operation),
    header: contract.header ? writeXml(contract.header.request, header!) : '',
    body: writeXml(operation.request, request),
    host: '',
    trap: '',
    bodyLimit,
  };
}

/** CONTRACTS.md section 0: the WSDL's value, the operation's or the element's name, either of these after `<namespace>#` or `/`. */
function actionsOf(
  { schema: { namespace } }: SoapContract,
  { action, name, request }: SoapOperation,
): string[] {
  const names = [name, request.element];
  const all = [
    action,
    ...names,
    ...names.flatMap((word) => [`${namespace}#${word}`, `${namespace}/${word}`]),
  ];
  return [...new Set(all)].filter((each) => each !== '');
}
