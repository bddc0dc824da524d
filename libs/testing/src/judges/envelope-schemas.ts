/**
 * What SOAP says of an envelope, as far as we use it: the schemas of the W3C name `Envelope` and leave what stands in it to whoever
 * wants to look; here all of it must be declared, but for header blocks of strangers.
 */
const envelope = (namespace: string, fault: string) => `
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:env="${namespace}" targetNamespace="${namespace}"
    elementFormDefault="qualified">
  <xs:element name="Envelope">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="Header" minOccurs="0">
          <xs:complexType>
            <xs:sequence><xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="Body">
          <xs:complexType><xs:sequence><xs:any processContents="strict"/></xs:sequence></xs:complexType>
        </xs:element>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="DetailType">
    <xs:sequence><xs:any processContents="strict" minOccurs="0"/></xs:sequence>
  </xs:complexType>
  ${fault}
</xs:schema>`;

const fault11 = `
  <xs:element name="Fault">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="faultcode" type="xs:QName" form="unqualified"/>
        <xs:element name="faultstring" type="xs:string" form="unqualified"/>
        <xs:element name="detail" type="env:DetailType" minOccurs="0" form="unqualified"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>`;

const fault12 = `
  <xs:element name="Fault">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="Code">
          <xs:complexType><xs:sequence><xs:element name="Value" type="xs:QName"/></xs:sequence></xs:complexType>
        </xs:element>
        <xs:element name="Reason">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Text">
                <xs:complexType>
                  <xs:simpleContent><xs:extension base="xs:string"><xs:anyAttribute processContents="skip"/></xs:extension></xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="Detail" type="env:DetailType" minOccurs="0"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>`;

/** The schema of each SOAP version's envelope, by its namespace. */
export const envelopeSchemas: Readonly<Record<string, string>> = {
  'http://schemas.xmlsoap.org/soap/envelope/': envelope('http://schemas.xmlsoap.org/soap/envelope/', fault11),
  'http://www.w3.org/2003/05/soap-envelope': envelope('http://www.w3.org/2003/05/soap-envelope', fault12),
};
