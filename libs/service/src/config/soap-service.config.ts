import type { XmlLimits } from '@trunkline/fields';
import { ServiceConfig } from './service.config';
import { Setting } from './setting';

/** What every SOAP service can be told beside that: how much of a document it takes (CONTRACTS.md section 0). */
export class SoapServiceConfig extends ServiceConfig {
  @Setting('XML_DEPTH_LIMIT', {
    type: 'integer',
    default: 64,
    min: 8,
    max: 10_000,
    description: 'How deep the elements of a document may be nested',
  })
  readonly xmlDepthLimit!: number;

  @Setting('XML_ELEMENT_LIMIT', {
    type: 'integer',
    default: 10_000,
    min: 10,
    max: 10_000_000,
    description: 'How many elements a document may have',
  })
  readonly xmlElementLimit!: number;

  @Setting('XML_ATTRIBUTE_LIMIT', {
    type: 'integer',
    default: 100,
    min: 10,
    max: 10_000,
    description: 'How many attributes an element may have, namespace declarations counted',
  })
  readonly xmlAttributeLimit!: number;

  @Setting('SOAP_12_SENDER_STATUS', {
    type: 'choice',
    default: '400',
    choices: ['400', '500'],
    description:
      "The HTTP status of a SOAP 1.2 fault that is its sender's: 400 as SOAP says it, 500 for clients that read no fault of another status, as WCF of .NET",
  })
  readonly senderStatus!: '400' | '500';

  get xmlLimits(): XmlLimits {
    return { depth: this.xmlDepthLimit, elements: this.xmlElementLimit, attributes: this.xmlAttributeLimit };
  }
}
