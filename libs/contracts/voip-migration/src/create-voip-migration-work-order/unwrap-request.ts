const wrapper = 'CreateVOIPMigrationWorkOrder';
const published = 'AccountIdentification';

/** The request in either form that is published: bare or wrapped, and with either spelling of accountIdentification. */
export function unwrapRequest(body: unknown): unknown {
  const request = isObject(body) && Object.hasOwn(body, wrapper) ? body[wrapper] : body;
  if (!isObject(request) || !Object.hasOwn(request, published)) return request;
  return { accountIdentification: request[published], ...request };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
