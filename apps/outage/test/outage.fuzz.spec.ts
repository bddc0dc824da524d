import { join } from 'node:path';
import { writeOutageSchema } from '@trunkline/contracts/outage';
import { withstandsFuzzing } from '@trunkline/testing';
import { outage } from '../src/outage.module';

withstandsFuzzing(outage, join(__dirname, '../src/main.ts'), { schema: writeOutageSchema() });
