import { replaysItsSamples } from '@trunkline/testing';
import { outage } from '../src/outage.module';

// The addresses in a problem document are those that the client used: here of a proxy, so that they stay the same.
replaysItsSamples(outage, { env: { TRUST_PROXY: '1' } });
