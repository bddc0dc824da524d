import { fixedNow } from '@trunkline/testing';

const madeId = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string;
const succeeded = {
  msgType: 'RESPONSE',
  ActivityStatus: 'SUCCESS',
  ResponseTimestamp: fixedNow.toISOString(),
};

/** What the contract has every client see of CreateEventV2 in a SOAP version. */
export function eventsIn(version: '1.1' | '1.2'): unknown {
  const [client, server] = version === '1.1' ? ['Client', 'Server'] : ['Sender', 'Receiver'];
  const echoed = {
    Service: 'CreateEvent',
    Version: '2',
    BusinessID: 'b-Zürich',
    ConversationID: 'c-äöüß €😀',
    RequestID: 'r-4711',
    MessageID: `m-${version}`,
  };
  const made = { ConversationID: madeId, RequestID: madeId, MessageID: madeId };
  const body = { responseStatus: 'SUCCESS' };
  return {
    everything: { header: { ...succeeded, ...echoed }, body },
    'the least': { header: { ...succeeded, ...made }, body },
    'broken fields': {
      code: client,
      message: 'Field Validation Error',
      detail: {
        fault: {
          type: 'BUSINESS',
          code: '10008',
          description: 'Field Validation Error',
          severity: 'ERROR',
          field: [
            { path: 'accountIdentification/siteReference', rule: 'pattern', message: 'must match [0-9]{2}' },
            {
              path: 'accountIdentification/accountNumber',
              rule: 'pattern',
              message: 'must match [0-9]{3,9}',
            },
          ],
        },
      },
    },
    declined: {
      code: server,
      message: 'ICOMS Business Exception',
      detail: {
        fault: {
          type: 'BUSINESS',
          code: '10465',
          description: 'ICOMS Business Exception',
          severity: 'ERROR',
          sourceSystem: 'ICOMS',
          text: 'EVENT TYPE NOT ALLOWED FOR ACCOUNT',
        },
      },
    },
  };
}

/** What ICOMS got of it: each event once in each SOAP version, with all that the client said of it. It declined two more. */
export const atIcoms = {
  calls: 6,
  effects: 4,
  events: [
    {
      EVNTEXTLGRUP: 'G-1',
      EVNTPTRNRCVD: 'P-1',
      EVNTDATA: '  zwei Zeilen\nüber Ärger & <Maß> 😀  ',
      WORKORDRNMBR: 'WO-100',
      SRVCCTGYCODE: 'D',
      SRVCOCRC: '1',
      SRVCCODE: 'SPOTPRE',
      PRMSID: '1234567',
      BUFREVNT: 'FALSE',
    },
    { BUFREVNT: 'YES' },
  ].map((rest) => ({
    site: '26',
    account: '104118503',
    attributes: { EVNTSRCECODE: 'NSC', EVNTTYPECODE: 'TELESTO', ...rest },
    count: 2,
  })),
  faults: [],
};

/** What the contract has every client see of the CMP services. */
export const cmpServices = {
  everything: { ExternalReference: ' Zürich & <Genève> 😀 ' },
  'the least': {},
  'the list': {
    SubscriptionServices: {
      SubscriptionService: [
        {
          ServiceCode: 'LINECH',
          EffectiveDate: '2014-09-22',
          ExpiryDate: '2016-09-21',
          ServiceDescription: 'Prämie',
          Price: '24.50',
          LongDescription: ' links\nvon der Stiege ',
          ContractReference: 'CT-2014-0099',
          SuppressRemainingCharge: true,
          PriceConsolidationService: 'DISC10',
          LastAmendedDate: fixedNow.toISOString(),
        },
        {
          ServiceCode: 'SPREMC',
          EffectiveDate: '2014-09-22',
          ServiceDescription: 'Premium Connection',
          Price: '24.50',
          LastAmendedDate: fixedNow.toISOString(),
        },
      ],
    },
    QueryLimitExceeded: false,
  },
  'broken fields': validationFault(
    [
      'serviceCode',
      'CMP1005',
      'A value is too short or too long: serviceCode must have at most 6 characters',
    ],
    ['salesPersonId', 'CMP1007', 'A number is out of range: salesPersonId must be at most 99999999'],
  ),
  declined: validationFault(
    [
      'ServicePrice',
      'CMP2007',
      'The price is outside the limits of the catalogue: at least 0.00 and at most 99.99',
    ],
    [
      'serviceCode',
      'CMP2009',
      'The service is in force in an overlapping period: SPREMC is in force from 2014-09-22 without end',
    ],
  ),
};

function validationFault(...errors: (readonly [field: string, id: string, text: string])[]): unknown {
  const whole = 'The request is not valid';
  const Details = { MessageId: 'CMP1000', MessageText: whole };
  const Error = errors.map(([field, MessageId, MessageText]) => {
    return { MessageId, MessageText, ExtraInfo: `ServiceData/ServiceData/${field}` };
  });
  return { code: 'Client', message: whole, detail: { ValidationFault: { Details, Errors: { Error } } } };
}
