import { setFlagsFromString } from 'node:v8';
import { startService } from '@trunkline/service';
import { outage } from './outage.module';

// Otherwise one message with 100,000 customers makes V8 keep 100 MB more for what is short-lived, and keep it for good. Measured in
// docs/performance.md: a third less memory for a tenth more work.
setFlagsFromString('--semi-space-growth-factor=1');

void startService(outage);
