import { join } from 'node:path';
import { withstandsFuzzing } from '@trunkline/testing';
import { cmpServices } from '../src/cmp-services.module';

withstandsFuzzing(cmpServices, join(__dirname, '../src/main.ts'), {
  beside: [join(__dirname, '../src/example')],
  // The schema has the published names only.
  env: { CMP_LENIENT_NAMES: 'false' },
});
