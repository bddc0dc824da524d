import { BlockList, isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { StartError } from '@trunkline/service';
import { CallbackConfig } from './callback.config';
import { specialNetworks } from './special-networks';

const special = networksOf(specialNetworks);

/** Which addresses we call: hosts that are configured, and of those only what is public or in a network that is configured. */
@Injectable()
export class CallbackPolicy {
  private readonly hosts: ReadonlySet<string>;
  private readonly networks: BlockList;

  constructor({ hosts = [], networks = [] }: CallbackConfig) {
    this.hosts = new Set(hosts.map(hostOf));
    this.networks = networksOf(networks);
  }

  /** What is wrong with a callback, to follow on its name; undefined where nothing is. */
  refusalOf(callback: string): string | undefined {
    const url = URL.parse(callback);
    if (!url || !/^https?:$/.test(url.protocol)) return 'must be an http or https URL';
    if (url.username || url.password || url.hash) return 'must have neither user nor password nor fragment';
    if (!this.hosts.has(url.host))
      return `must be at a host that this service is set to call: ${url.host} is none`;
    const address = url.hostname.replace(/^\[|\]$/g, '');
    return isIP(address) === 0 || this.permits(address)
      ? undefined
      : 'must not be at a private or special address';
  }

  /** Whether we connect to an IP address, whatever its zone. */
  permits(address: string): boolean {
    const [bare = ''] = address.split('%');
    const family = isIP(bare) === 6 ? 'ipv6' : 'ipv4';
    return this.networks.check(bare, family) || !special.check(bare, family);
  }
}

/** As the URL of a callback has it. */
function hostOf(given: string): string {
  const host = given.toLowerCase();
  if (['http', 'https'].every((scheme) => URL.parse(`${scheme}://${host}`)?.host === host)) return host;
  throw new StartError(
    `ACCOUNTS_CALLBACK_HOSTS: ${given} is no host. It must be like listener.example.com, or listener.example.com:8443 where the port is not the usual one.`,
  );
}

function networksOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/');
    const bits = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) === 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > bits) {
      throw new StartError(
        `ACCOUNTS_CALLBACK_NETWORKS: ${network} is no network. It must be like 10.1.0.0/16.`,
      );
    }
    list.addSubnet(address, Number(prefix), bits === 128 ? 'ipv6' : 'ipv4');
  }
  return list;
}
