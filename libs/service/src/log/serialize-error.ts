/** An error as it stands in the log: never its other properties, where clients keep whole requests and answers. */
export interface SerializedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: SerializedError;
}

export function serializeError(error: unknown): SerializedError {
  if (typeof error !== 'object' || error === null) return { type: typeof error, message: String(error) };
  const { name = 'object', message = '', stack, code, cause } = error as Partial<NodeJS.ErrnoException>;
  return {
    type: name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined ? {} : { cause: serializeError(cause) }),
  };
}
