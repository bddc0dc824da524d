import { greetings } from '../test/greeting';
import { schemasOf, writeContractSchema, writeWsdl } from './wsdl';

const addresses = {
  service: 'https://host/soap?a=1&b',
  schema: ({ name }: { name: string }) => `https://host/soap?xsd=${name}`,
};
const wsdl = writeWsdl(greetings, addresses);

describe('the WSDL of a contract', () => {
  it.each([
    [
      'an import of each schema',
      '<xs:import namespace="urn:trunkline:fault:v1" schemaLocation="https://host/soap?xsd=fault"/>',
    ],
    ['the address, escaped', '<soap:address location="https://host/soap?a=1&amp;b"/>'],
    ['what an operation does', '<wsdl:documentation>Greets &amp; smiles.</wsdl:documentation>'],
    ['the action', '<soap12:operation soapAction="urn:test:greeting/GreetV1" style="document"/>'],
    ['an empty action', '<soap:operation soapAction="" style="document"/>'],
    ['the header as a part of the message', '<wsdl:part name="requestHeader" element="hdr:RequestHeader"/>'],
    ['the body without the header', '<soap:body parts="response" use="literal"/>'],
    ['the fault', '<wsdl:fault name="fault"><soap12:fault name="fault" use="literal"/></wsdl:fault>'],
  ])('has %s', (_, part) => {
    expect(wsdl).toContain(part);
  });

  it('names its parts differently in and out, and has no prefix that node-soap loses', () => {
    const names = [...wsdl.matchAll(/<wsdl:part name="(\w+)"/g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(
      new Set(['request', 'requestHeader', 'response', 'responseHeader', 'fault']),
    );
    expect(wsdl).not.toContain('tns:');
  });

  it('has the bindings that the contract publishes, and bodies alone where it has no header', () => {
    const { header: _header, ...bare } = { ...greetings, versions: ['1.1'] as const };
    const small = writeWsdl(bare, addresses);
    expect(small.match(/<wsdl:port /g)).toHaveLength(1);
    expect(small).not.toContain('soap12');
    expect(small).toContain('<wsdl:input><soap:body use="literal"/></wsdl:input>');
  });

  it('has a schema of each namespace, and no other', () => {
    expect(schemasOf(greetings).map(({ name }) => name)).toEqual(['greeting', 'header', 'fault']);
    expect(writeContractSchema(greetings, 'header', addresses.schema)).toContain(
      'targetNamespace="urn:trunkline:message-header:v1"',
    );
    expect(writeContractSchema(greetings, 'other', addresses.schema)).toBeUndefined();
  });
});
