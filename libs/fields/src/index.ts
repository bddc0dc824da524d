export { type Facets, type Field, type FieldKind, fieldsOf, type MessageClass } from './field';
export { readObject, type Reading } from './json';
export { type MessageFacts, factsOf, Message, publishedPrefixOf, type Schema } from './message';
export { openApiExample, openApiSchema } from './open-api';
export { below, type Plan, type PlannedField, planOf, plansBelow, type Spelling } from './plan';
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
export { decodeXml, decodeXmlPieces } from './xml/decode';
export { readXml, type RootElement, writeXml } from './xml/document';
export {
  parseXml,
  shortened,
  type XmlElement,
  type XmlHandler,
  xmlLimits,
  type XmlLimits,
  XmlParser,
} from './xml/parse';
export { ElementReader } from './xml/read';
export { schemasBelow, typeName, writeSchema } from './xml/schema';
export { escapeAttribute, escapeText, isXmlText } from './xml/write';
