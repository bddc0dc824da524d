// Written by `npm run published`, from what the others import of this lib.
export { decodeText, decodeTextInPieces } from './decode';
export { type Field, type FieldKind, type MessageClass, fieldsOf } from './field';
export { type Reading, readObject } from './json';
export { mediaTypeOf, parameterOf } from './media-type';
export { Message, type Schema, factsOf, publishedPrefixOf } from './message';
export { openApiExample, openApiSchema } from './open-api';
export { type Plan, type PlannedField, type Spelling, below, planOf, plansBelow } from './plan';
export {
  BooleanField,
  DateField,
  DateTimeField,
  DecimalField,
  IntegerField,
  ObjectField,
  TextField,
  TokenField,
} from './vocabulary';
export { type RootElement, readXml, writeXml } from './xml/document';
export {
  type XmlElement,
  type XmlHandler,
  type XmlLimits,
  XmlParser,
  parseXml,
  shortened,
  xmlLimits,
} from './xml/parse';
export { ElementReader } from './xml/read';
export { schemasBelow, writeSchema } from './xml/schema';
export { escapeAttribute, escapeText, isXmlText } from './xml/write';
