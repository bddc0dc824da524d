import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsOptional,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { declareField, type Facets, type Field, type FieldKind, type MessageClass } from './field';
import { openApiType } from './open-api';
import { rulesFor } from './rules';

/** What every field says of itself. */
interface About {
  /** What it means, for the XSD and for Swagger UI. */
  readonly description: string;
  readonly example?: string;
  /** May be absent. A field is required unless it says so. */
  readonly optional?: true;
  /** A list; in XML a repeated element of the field's own name. One that may be empty may be absent. */
  readonly list?: { readonly min: number; readonly max?: number };
  /** A credential: never logged, journalled or returned. */
  readonly secret?: true;
  /** Says something of a person: never in a log, a metric, an error or a URL. */
  readonly personal?: true;
  /** The element's form in XML where it differs from its schema's. */
  readonly qualified?: boolean;
  /** Another name that is read where a service is lenient. */
  readonly alias?: string;
}

interface TextFacets {
  /** The name of its simple type in the XSD, where the contract names it. */
  readonly type?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

interface NumberFacets {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Free text: its blanks are content. Lengths in characters. */
export function TextField(about: About & TextFacets): PropertyDecorator {
  return field('text', about);
}

/** A code, an id, a name: blanks around it and runs of them do not count in XML (`xs:token`). */
export function TokenField(
  about: About & TextFacets & { readonly choices?: readonly string[]; readonly orInteger?: true },
): PropertyDecorator {
  return field('token', about);
}

/** An integer that a double holds exactly: beyond ±(2^53 − 1) it is refused, not rounded. */
export function IntegerField(about: About & NumberFacets): PropertyDecorator {
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = about;
  return field('integer', { ...about, minimum, maximum });
}

/** An exact decimal, kept as a string of its digits (`19.90` stays `19.90`). */
export function DecimalField(
  about: About & NumberFacets & { readonly totalDigits?: number; readonly fractionDigits?: number },
): PropertyDecorator {
  return field('decimal', about);
}

/** `true` or `false`, in XML also `1` or `0`. */
export function BooleanField(about: About): PropertyDecorator {
  return field('boolean', about);
}

/** A day, `YYYY-MM-DD` with or without a zone, kept as it was sent. */
export function DateField(about: About): PropertyDecorator {
  return field('date', about);
}

/** A moment, `YYYY-MM-DDThh:mm:ss` with or without fraction and zone, kept as it was sent. */
export function DateTimeField(about: About): PropertyDecorator {
  return field('dateTime', about);
}

/** A part of the message with fields of its own. */
export function ObjectField(of: () => MessageClass, about: About): PropertyDecorator {
  return field('object', about, of);
}

function field(kind: FieldKind, about: About & Facets, of?: () => MessageClass): PropertyDecorator {
  const { description, example, list, secret = false, personal = false, qualified, alias, ...facets } = about;
  const { optional = list?.min === 0 } = about;
  if (optional && list && list.min > 0)
    throw new Error('a list that may be absent may be empty: give it min: 0');
  return (prototype, property) => {
    const name = String(property);
    const rules = rulesFor(kind, facets);
    const declaration = {
      name,
      kind,
      facets,
      rules,
      optional,
      list,
      of,
      description,
      example,
      secret,
      personal,
      qualified,
      alias,
    };
    declareField(prototype, declaration);
    for (const decorate of nestDecorators(declaration)) decorate(prototype, property);
  };
}

/** The same facts in the words of class-validator, class-transformer and Swagger, for whoever uses those. */
function nestDecorators(field: Field): PropertyDecorator[] {
  const each = field.list !== undefined;
  const decorators = [
    field.optional ? IsOptional() : IsDefined(),
    ApiProperty(openApiType(field) as ApiPropertyOptions),
  ];
  if (field.list) decorators.push(IsArray(), ArrayMinSize(field.list.min));
  if (field.list?.max) decorators.push(ArrayMaxSize(field.list.max));
  const [type] = field.rules;
  for (const rule of field.rules) {
    // Of a value of the wrong type only that is told, as by the compiled check.
    const validate = (value: unknown) => (rule !== type && !type!.holds(value)) || rule.holds(value);
    decorators.push(
      ValidateBy({ name: rule.name, validator: { validate, defaultMessage: () => rule.message } }, { each }),
    );
  }
  if (field.of) decorators.push(ValidateNested({ each }), Type(field.of));
  return decorators;
}
