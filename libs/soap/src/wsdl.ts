import {
  escapeAttribute,
  escapeText,
  factsOf,
  publishedPrefixOf,
  type Schema,
  schemasBelow,
  writeSchema,
} from '@trunkline/fields';
import {
  type Root,
  rootElements,
  type SoapContract,
  type SoapOperation,
  type SoapVersion,
} from '@trunkline/operations';

/** Where a WSDL says that things are. */
export interface WsdlAddresses {
  /** The address of the service, for `soap:address`. */
  readonly service: string;
  /** The address of a schema document: absolute, or repeating the path; a bare query breaks gSOAP and JAX-WS. */
  schema(schema: Schema): string;
}

const bindings: Record<SoapVersion, { prefix: string; namespace: string; suffix: string }> = {
  '1.1': { prefix: 'soap', namespace: 'http://schemas.xmlsoap.org/wsdl/soap/', suffix: 'Soap11' },
  '1.2': { prefix: 'soap12', namespace: 'http://schemas.xmlsoap.org/wsdl/soap12/', suffix: 'Soap12' },
};

/** The schemas of a contract, each once: what its WSDL imports. */
export function schemasOf(contract: SoapContract): Schema[] {
  return schemasBelow(rootElements(contract));
}

/** The schema of that name as it is published, or nothing. */
export function writeContractSchema(
  contract: SoapContract,
  name: string,
  address: WsdlAddresses['schema'],
): string | undefined {
  const schema = schemasOf(contract).find((candidate) => candidate.name === name);
  return schema && writeSchema(schema, rootElements(contract), address);
}

/** What a service at `address` publishes beside its messages: the schema of that name, where there is one, or its WSDL. */
export function publishedDocument(
  contract: SoapContract,
  address: string,
  schemaName: string | undefined,
): string | undefined {
  const schema = ({ name }: Schema): string => `${address}?xsd=${name}`;
  if (schemaName === undefined) return writeWsdl(contract, { service: address, schema });
  return writeContractSchema(contract, schemaName, schema);
}

/**
 * The WSDL 1.1 of a contract, document/literal. Header blocks are parts of the message of the body, with `parts=` on the body, and
 * part names differ between input and output: so every stack of CONTRACTS.md section 0 can read it.
 */
export function writeWsdl(contract: SoapContract, addresses: WsdlAddresses): string {
  const { schema, service, summary, versions, operations } = contract;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema"`,
    ...versions.map((version) => `    xmlns:${bindings[version].prefix}="${bindings[version].namespace}"`),
    ...schemasOf(contract).map((each) => `    xmlns:${publishedPrefixOf(each)}="${each.namespace}"`),
    `    name="${service}" targetNamespace="${schema.namespace}">`,
    `  <wsdl:documentation>${escapeText(summary)}</wsdl:documentation>`,
    ...types(contract, addresses),
    ...operations.flatMap((operation) => messages(contract, operation)),
    ...contract.faultForm.elements.map((element) => message(element.element, [['fault', element]])),
    `  <wsdl:portType name="${service}PortType">`,
    ...operations.map((operation) => portTypeOperation(contract, operation)),
    '  </wsdl:portType>',
    ...versions.map((version) => binding(contract, version)),
    `  <wsdl:service name="${serviceNameOf(contract)}">`,
    ...versions.map((version) => port(contract, version, addresses)),
    '  </wsdl:service>',
    '</wsdl:definitions>',
    '',
  ].join('\n');
}

/** As the WSDL has it: in node-soap a service hides an operation of the same name. */
export function serviceNameOf({ service, operations }: SoapContract): string {
  return operations.some(({ name }) => name === service) ? `${service}Service` : service;
}

function types(contract: SoapContract, { schema }: WsdlAddresses): string[] {
  const imports = schemasOf(contract).map(
    (imported) =>
      `      <xs:import namespace="${imported.namespace}" schemaLocation="${escapeAttribute(schema(imported))}"/>`,
  );
  return ['  <wsdl:types>', '    <xs:schema>', ...imports, '    </xs:schema>', '  </wsdl:types>'];
}

function messages({ header }: SoapContract, { name, request, response }: SoapOperation): string[] {
  return [
    message(`${name}Request`, [['request', request], ...headerPart('requestHeader', header?.request)]),
    message(`${name}Response`, [['response', response], ...headerPart('responseHeader', header?.response)]),
  ];
}

function headerPart(name: string, root: Root | undefined): [string, Root][] {
  return root ? [[name, root]] : [];
}

function message(name: string, parts: readonly [name: string, root: Root][]): string {
  const lines = parts.map(([part, root]) => `    <wsdl:part name="${part}" element="${prefixed(root)}"/>`);
  return [`  <wsdl:message name="${name}">`, ...lines, '  </wsdl:message>'].join('\n');
}

function portTypeOperation({ schema, faultForm }: SoapContract, { name, summary }: SoapOperation): string {
  const faults = faultForm.elements.map(
    ({ element }) =>
      `      <wsdl:fault name="${element}" message="${publishedPrefixOf(schema)}:${element}"/>`,
  );
  return [
    `    <wsdl:operation name="${name}">`,
    `      <wsdl:documentation>${escapeText(summary)}</wsdl:documentation>`,
    `      <wsdl:input message="${publishedPrefixOf(schema)}:${name}Request"/>`,
    `      <wsdl:output message="${publishedPrefixOf(schema)}:${name}Response"/>`,
    ...faults,
    '    </wsdl:operation>',
  ].join('\n');
}

function binding(contract: SoapContract, version: SoapVersion): string {
  const { prefix, suffix } = bindings[version];
  const { service, schema, operations } = contract;
  return [
    `  <wsdl:binding name="${service}${suffix}" type="${publishedPrefixOf(schema)}:${service}PortType">`,
    `    <${prefix}:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>`,
    ...operations.map((operation) => bindingOperation(contract, operation, prefix)),
    '  </wsdl:binding>',
  ].join('\n');
}

function bindingOperation(contract: SoapContract, { name, action }: SoapOperation, prefix: string): string {
  const faults = contract.faultForm.elements.map(
    ({ element }) =>
      `      <wsdl:fault name="${element}"><${prefix}:fault name="${element}" use="literal"/></wsdl:fault>`,
  );
  return [
    `    <wsdl:operation name="${name}">`,
    `      <${prefix}:operation soapAction="${action}" style="document"/>`,
    `      <wsdl:input>${parts(contract, prefix, `${name}Request`, 'request')}</wsdl:input>`,
    `      <wsdl:output>${parts(contract, prefix, `${name}Response`, 'response')}</wsdl:output>`,
    ...faults,
    '    </wsdl:operation>',
  ].join('\n');
}

function parts({ schema, header }: SoapContract, prefix: string, message: string, part: string): string {
  if (!header) return `<${prefix}:body use="literal"/>`;
  const block = `<${prefix}:header message="${publishedPrefixOf(schema)}:${message}" part="${part}Header" use="literal"/>`;
  return `${block}<${prefix}:body parts="${part}" use="literal"/>`;
}

function port({ service, schema }: SoapContract, version: SoapVersion, addresses: WsdlAddresses): string {
  const { prefix, suffix } = bindings[version];
  const address = `<${prefix}:address location="${escapeAttribute(addresses.service)}"/>`;
  return `    <wsdl:port name="${service}${suffix}" binding="${publishedPrefixOf(schema)}:${service}${suffix}">${address}</wsdl:port>`;
}

function prefixed({ message, element }: Root): string {
  return `${publishedPrefixOf(factsOf(message).schema!)}:${element}`;
}
