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

  get xmlLimits(): XmlLimits {
    return { depth: this.xmlDepthLimit, elements: this.xmlElementLimit, attributes: this.xmlAttributeLimit };
  }
}
