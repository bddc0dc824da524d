/** A CreateEventV2 request, as short as it may be. */
export interface EventMessage {
  readonly messageId?: string;
  readonly account?: string;
  readonly data?: string;
  readonly version?: '1.1' | '1.2';
  readonly sender?: string;
}

const envelopes = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

export function eventMessage({
  messageId,
  account = '104118503',
  data = 'd',
  version = '1.1',
  sender = 'urn:crm',
}: EventMessage): string {
  const header =
    messageId === undefined
      ? ''
      : `<h:RequestHeader xmlns:h="urn:trunkline:message-header:v1"><h:senderURI>${sender}</h:senderURI>` +
        `<h:MessageID>${messageId}</h:MessageID></h:RequestHeader>`;
  return (
    `<e:Envelope xmlns:e="${envelopes[version]}"><e:Header>${header}</e:Header><e:Body>` +
    '<CreateEventRequest xmlns="urn:trunkline:create-event:v2">' +
    `<accountIdentification><siteReference>26</siteReference><accountNumber>${account}</accountNumber></accountIdentification>` +
    `<event><eventSourceCode>NSC</eventSourceCode><eventTypeCode>TELESTO</eventTypeCode><eventData>${data}</eventData></event>` +
    '</CreateEventRequest></e:Body></e:Envelope>'
  );
}

export interface EventAnswer {
  readonly status: number;
  readonly text: string;
}

export async function sendEvent(url: string, message: EventMessage): Promise<EventAnswer> {
  const answer = await fetch(`${url}/soap/CreateEventV2`, {
    method: 'POST',
    headers: { 'content-type': message.version === '1.2' ? 'application/soap+xml' : 'text/xml' },
    body: eventMessage(message),
  });
  return { status: answer.status, text: await answer.text() };
}

/** The code of a fault, or SUCCESS. */
export function outcomeOf({ text }: EventAnswer): string {
  return /<flt:code>(\d+)</.exec(text)?.[1] ?? /<evt:responseStatus>(\w+)</.exec(text)?.[1] ?? text;
}
