"""Calls events and cmp-services as a Python program does, with zeep, and prints what it saw as one JSON document.

Arguments: the addresses of the two endpoints.
"""
import datetime
import decimal
import json
import sys

import zeep
from lxml import etree
from zeep.helpers import serialize_object


def plain(value):
    """What zeep read, without what is absent, and with times, dates and decimals as XML has them."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items() if each not in (None, [])}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, datetime.datetime):
        utc = value.astimezone(datetime.timezone.utc)
        return utc.isoformat(timespec='milliseconds').replace('+00:00', 'Z')
    if isinstance(value, (datetime.date, decimal.Decimal)):
        return str(value)
    return value


def seen(client, call):
    """The answer to a call, or its fault with the detail as the type that the WSDL declares."""
    try:
        return plain(serialize_object(call(), dict))
    except zeep.exceptions.Fault as fault:
        detail = fault.detail[0]
        typed = client.get_element(detail.tag).parse(detail, client.wsdl.types)
        detail = {etree.QName(detail).localname: plain(serialize_object(typed, dict))}
        return {'code': fault.code.split(':')[-1], 'message': fault.message, 'detail': detail}


def events(client, version):
    service = client.bind(port_name='CreateEventV2Soap' + version.replace('.', ''))
    known = {'siteReference': '26', 'accountNumber': '104118503'}
    event = {'eventSourceCode': 'NSC', 'eventTypeCode': 'TELESTO'}

    def create(account=known, event=event, target=None, header=None):
        def call():
            headers = {'requestHeader': header} if header else None
            answer = service.CreateEventV2(account, event, target, _soapheaders=headers)
            return {'header': answer.header.responseHeader, 'body': answer.body}
        return seen(client, call)

    data = '  zwei Zeilen\nüber Ärger & <Maß> 😀  '
    return {
        'everything': create(
            event={**event, 'eventExternalGrouping': 'G-1', 'eventPatternRecieved': 'P-1', 'eventData': data},
            target={'orderReference': 'WO-100', 'serviceCategoryCode': 'D', 'serviceOccurance': 1,
                    'serviceCode': 'SPOTPRE', 'permiseID': '1234567', 'bufferEvent': 'FALSE'},
            header={'ActivityName': 'CustomerEventsRetrieval', 'msgType': 'REQUEST', 'senderURI': 'urn:example:crm',
                    'RequestTimestamp': datetime.datetime(2026, 1, 31, 9, 29, 59, tzinfo=datetime.timezone.utc),
                    'Service': 'CreateEvent', 'Version': '2', 'BusinessID': 'b-Zürich', 'ConversationID': 'c-äöüß €😀',
                    'RequestID': 'r-4711', 'MessageID': 'm-' + version}),
        'the least': create(),
        'broken fields': create(account={'siteReference': '2Ü', 'accountNumber': '12'}),
        'declined': create(account={**known, 'accountNumber': '900000001'}),
    }


def cmp_services(client):
    # zeep takes the wrapper off an answer, and the result's own element where it has no other.
    def create(reference, audit, **service):
        service = {'CustomerLevel': 'SUBSCRIPTION', 'CustomerLevelReference': '3', **service}
        data = {'ExternalReference': reference, 'ServiceData': service, 'AuditRecord': audit}
        return seen(client, lambda: {'ExternalReference': client.service.CreateService(ServiceData=data)})

    first_day = datetime.date(2014, 9, 22)
    query = {'SubscriptionNumber': 3, 'StatusFilter': 'ALL'}
    return {
        'everything': create(
            ' Zürich & <Genève> 😀 ', {'UserID': 'JOHNRY', 'Program': 'TESTS'},
            serviceCode='LINECH', effectiveDate=first_day, expiryDate=datetime.date(2016, 9, 21), salesPersonId=1001,
            salesAccountReference=20002, ServicePrice=decimal.Decimal('24.50'), Description='Prämie',
            LongDescription=' links\nvon der Stiege ', SuppressRemainingCharge=True, ContractReference='CT-2014-0099',
            PriceConsolidationService='DISC10'),
        'the least': create(None, None, serviceCode='SPREMC', effectiveDate=first_day),
        'the list': seen(client, lambda: client.service.QuerySubscriptionServices(Request=query)),
        'broken fields': create('x', None, serviceCode='TOOLONG', effectiveDate=first_day, salesPersonId=100000000),
        'declined': create('x', None, serviceCode='SPREMC', effectiveDate=datetime.date(2015, 1, 1),
                           ServicePrice=decimal.Decimal('100.00')),
    }


create_event, services = (zeep.Client(address + '?wsdl') for address in sys.argv[1:])
print(json.dumps({
    'CreateEventV2': {version: events(create_event, version) for version in ('1.1', '1.2')},
    'services': cmp_services(services),
}))
