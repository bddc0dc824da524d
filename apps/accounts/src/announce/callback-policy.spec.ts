import { StartError } from '@trunkline/service';
import { CallbackPolicy } from './callback-policy';

const policy = (hosts: string[], networks?: string[]) => new CallbackPolicy({ hosts, networks });

describe('a callback', () => {
  const hosts = [
    'crm.example.com',
    'CRM.example.com:8443',
    '93.184.215.14',
    '[2606:4700::1111]',
    '10.1.2.3',
    '[::1]',
  ];

  it.each([
    'https://crm.example.com/events?token=1',
    'http://crm.example.com:80/events',
    'https://CRM.EXAMPLE.COM:8443/',
    'http://93.184.215.14/',
    'http://[2606:4700:0::1111]/',
  ])('may be %s', (callback) => {
    expect(policy(hosts).refusalOf(callback)).toBeUndefined();
  });

  it.each([
    ['https://crm.example.com.evil.example/', 'must be at a host'],
    ['https://crm.example.com:9999/', 'must be at a host'],
    ['https://crm.example.com.:443/', 'must be at a host'],
    ['https://evil.example/#@crm.example.com', 'fragment'],
    ['https://crm.example.com@evil.example/', 'user'],
    ['https://user:password@crm.example.com/', 'user'],
    ['ftp://crm.example.com/', 'must be an http or https URL'],
    ['file:///etc/passwd', 'must be an http or https URL'],
    ['javascript:alert(1)', 'must be an http or https URL'],
    ['crm.example.com/events', 'must be an http or https URL'],
    ['//crm.example.com/', 'must be an http or https URL'],
    ['http://10.1.2.3/', 'private or special address'],
    ['http://0x0a.0x01.2.3/', 'private or special address'],
    ['http://167838211/', 'private or special address'],
    ['http://[::1]/', 'private or special address'],
  ])('may not be %s', (callback, reason) => {
    expect(policy(hosts).refusalOf(callback)).toContain(reason);
  });

  it('may be nowhere when no host is configured', () => {
    expect(
      new CallbackPolicy({ hosts: undefined, networks: undefined }).refusalOf('https://crm.example.com/'),
    ).toContain('must be at a host');
  });
});

it.each(['https://crm.example.com', 'crm.example.com/events', 'crm.example.com:443', 'user@crm.example.com'])(
  'no host is %s',
  (host) => {
    expect(() => policy([host])).toThrow(StartError);
  },
);

describe('an address', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2606:4700::1111', '2a00:1450:4001::1'])('%s is public', (address) => {
    expect(policy([]).permits(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
  ])('%s is not', (address) => {
    expect(policy([]).permits(address)).toBe(false);
  });

  it('is permitted in a network that is configured, and in no other', () => {
    const inNetwork = policy([], ['10.1.0.0/16', 'fd00::/8']);
    expect(
      ['10.1.255.1', 'fd12::1', '10.2.0.1', 'fc00::1'].map((address) => inNetwork.permits(address)),
    ).toEqual([true, true, false, false]);
  });
});

it.each(['10.1.0.0', '10.1.0.0/33', 'fd00::/129', 'crm.example.com', '10.1/16', '10.1.0.0/x', ''])(
  '%s is no network',
  (network) => {
    expect(() => policy([], [network])).toThrow(StartError);
  },
);
