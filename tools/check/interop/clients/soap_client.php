<?php
// Calls events and cmp-services as a PHP program does, with SoapClient, and prints what it saw as one JSON document.
// Arguments: the addresses of the two endpoints.
ini_set('display_errors', 'stderr');

function client(string $address, int $version): SoapClient
{
    return new SoapClient("$address?wsdl", ['soap_version' => $version, 'cache_wsdl' => WSDL_CACHE_NONE]);
}

/** The answer to a call, or its fault. PHP makes a list of an element in a fault's detail only where it stands there twice. */
function seen(callable $call)
{
    try {
        return $call();
    } catch (SoapFault $fault) {
        $code = preg_replace('/^.*:/', '', $fault->faultcode);
        return ['code' => $code, 'message' => $fault->getMessage(), 'detail' => $fault->detail ?? null];
    }
}

function events(string $address, string $version): array
{
    $client = client($address, $version === '1.1' ? SOAP_1_1 : SOAP_1_2);
    $known = ['siteReference' => '26', 'accountNumber' => '104118503'];
    $event = ['eventSourceCode' => 'NSC', 'eventTypeCode' => 'TELESTO'];
    $create = fn (array $message, ?array $header = null) => seen(
        function () use ($client, $known, $event, $message, $header) {
            $message += ['accountIdentification' => $known, 'event' => $event];
            $headers = $header ? [new SoapHeader('urn:trunkline:message-header:v1', 'RequestHeader', $header)] : null;
            $body = $client->__soapCall('CreateEventV2', [$message], null, $headers, $answered);
            return ['header' => $answered['ResponseHeader'], 'body' => $body];
        }
    );

    $data = "  zwei Zeilen\nüber Ärger & <Maß> 😀  ";
    $everything = [
        'event' => $event + ['eventExternalGrouping' => 'G-1', 'eventPatternRecieved' => 'P-1', 'eventData' => $data],
        'eventTarget' => ['orderReference' => 'WO-100', 'serviceCategoryCode' => 'D', 'serviceOccurance' => 1,
            'serviceCode' => 'SPOTPRE', 'permiseID' => '1234567', 'bufferEvent' => 'FALSE'],
    ];
    $header = ['ActivityName' => 'CustomerEventsRetrieval', 'msgType' => 'REQUEST', 'senderURI' => 'urn:example:crm',
        'RequestTimestamp' => '2026-01-31T09:29:59Z', 'Service' => 'CreateEvent', 'Version' => '2',
        'BusinessID' => 'b-Zürich', 'ConversationID' => 'c-äöüß €😀', 'RequestID' => 'r-4711', 'MessageID' => "m-$version"];
    return [
        'everything' => $create($everything, $header),
        'the least' => $create([]),
        'broken fields' => $create(['accountIdentification' => ['siteReference' => '2Ü', 'accountNumber' => '12']]),
        'declined' => $create(['accountIdentification' => ['accountNumber' => '900000001'] + $known]),
    ];
}

function cmpServices(string $address): array
{
    $client = client($address, SOAP_1_1);
    $create = fn (array $service, array $beside = []) => seen(function () use ($client, $service, $beside) {
        $service += ['CustomerLevel' => 'SUBSCRIPTION', 'CustomerLevelReference' => '3', 'effectiveDate' => '2014-09-22'];
        return $client->CreateService(['ServiceData' => ['ServiceData' => $service] + $beside])->Result;
    });

    $everything = ['serviceCode' => 'LINECH', 'expiryDate' => '2016-09-21', 'salesPersonId' => 1001,
        'salesAccountReference' => 20002, 'ServicePrice' => '24.50', 'Description' => 'Prämie',
        'LongDescription' => " links\nvon der Stiege ", 'SuppressRemainingCharge' => true,
        'ContractReference' => 'CT-2014-0099', 'PriceConsolidationService' => 'DISC10'];
    $beside = ['ExternalReference' => ' Zürich & <Genève> 😀 ', 'AuditRecord' => ['UserID' => 'JOHNRY', 'Program' => 'TESTS']];
    $query = ['SubscriptionNumber' => 3, 'StatusFilter' => 'ALL'];
    return [
        'everything' => $create($everything, $beside),
        'the least' => $create(['serviceCode' => 'SPREMC']),
        'the list' => seen(fn () => $client->QuerySubscriptionServices(['Request' => $query])->Result),
        'broken fields' => $create(['serviceCode' => 'TOOLONG', 'salesPersonId' => 100000000]),
        'declined' => $create(['serviceCode' => 'SPREMC', 'effectiveDate' => '2015-01-01', 'ServicePrice' => '100.00']),
    ];
}

[, $createEvent, $services] = $argv;
echo json_encode([
    'CreateEventV2' => ['1.1' => events($createEvent, '1.1'), '1.2' => events($createEvent, '1.2')],
    'services' => cmpServices($services),
], JSON_THROW_ON_ERROR);
