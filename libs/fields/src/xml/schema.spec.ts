import { order, orders, parties } from '../../test/order';
import { writeSchema } from './schema';

const written = (schema: typeof orders) => writeSchema(schema, [order], ({ name }) => `here?xsd=${name}&v=1`);

describe('the schema of a message', () => {
  it('imports what it refers to', () => {
    expect(written(orders)).toContain(
      '<xs:import namespace="urn:test:party" schemaLocation="here?xsd=party&amp;v=1"/>',
    );
    expect(written(orders)).toContain('targetNamespace="urn:test:order" elementFormDefault="qualified"');
  });

  it.each([
    ['its root element', '<xs:element name="order" type="o:OrderType"/>'],
    ['a part of another schema', '<xs:element name="party" type="p:Party">'],
    ['a list', '<xs:element name="line" type="o:Line" maxOccurs="3">'],
    ['a type of XML Schema', '<xs:element name="urgent" type="xs:boolean" minOccurs="0">'],
    ['a type with a name', '<xs:element name="way" type="o:Way" minOccurs="0">'],
    ['choices as a pattern', '<xs:pattern value="BY\\-AIR|SEA"/>'],
    ['a small integer', '<xs:restriction base="xs:int">'],
    ['digits after the point', '<xs:fractionDigits value="2"/>'],
    ['what it means', '<xs:annotation><xs:documentation>Free text.</xs:documentation></xs:annotation>'],
  ])('has %s', (_, part) => {
    expect(written(orders)).toContain(part);
  });

  it('has the parts of other messages that belong to it, in any order where they are', () => {
    expect(written(parties)).toContain('<xs:all>');
    expect(written(parties)).toContain('<xs:documentation>Who &amp; where.</xs:documentation>');
    expect(written(parties)).not.toContain('xs:import');
  });
});
