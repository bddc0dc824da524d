import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIcomsSimulator } from '@trunkline/backends/icoms';
import { eventsContract } from '@trunkline/contracts/events';
import { createService } from '@trunkline/service';
import { withstandsAttacks } from '@trunkline/testing';
import { events } from '../src/events.module';

withstandsAttacks(eventsContract, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-attacks-'));
  const icoms = await startIcomsSimulator();
  const settings = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', DATA_FOLDER: folder };
  const { url, close } = await createService(events, { ...settings, ICOMS_URL: icoms.url });
  const closeAll = async () => {
    await close();
    await icoms.close();
    rmSync(folder, { recursive: true });
  };
  return { url, close: closeAll };
});
