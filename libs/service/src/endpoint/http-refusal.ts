import { HttpException } from '@nestjs/common';
import { Refusal, type RefusalKind } from '@trunkline/faults';

const kinds: Record<number, RefusalKind> = {
  400: 'Malformed',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  413: 'TooLarge',
  415: 'UnsupportedMediaType',
  429: 'Overloaded',
  503: 'Overloaded',
};

/** What was thrown, as a refusal where it is one: ours, or an exception of Nest's that means the same. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const kind = error instanceof HttpException ? kinds[error.getStatus()] : undefined;
  return kind && new Refusal(kind);
}
