import { onStage, print, programsOf, tell } from '../measure-service.ts';
import { make } from '../programs.ts';
import type { ServiceBench, Subject } from '../service-bench.ts';
import { wholeOf } from '../whole.ts';
import { overload, type Phases } from './overload.ts';
import { isEnough } from '../report/verdicts.ts';
import { reportOverload, verdictsOf } from './report.ts';

const thorough: Phases = { warmUp: 5_000, capacity: 4_000, usual: 4_000, overload: 15_000 };
const quick: Phases = { warmUp: 1_000, capacity: 1_000, usual: 1_000, overload: 4_000 };

/**
 * Asks three times of a service what it can do.
 *
 * @returns Whether what came of it is enough.
 */
export async function benchOverload(bench: ServiceBench, isQuick: boolean): Promise<boolean> {
  const { service, behind } = bench;
  tell(`${service}: building`);
  await make(programsOf(bench));
  const { subject: usual, message } = wholeOf(bench);
  const subject = withManagementPort(usual);
  return onStage(behind, async (stage) => {
    await stage.start([subject]);
    tell(`${service}: overload`);
    const came = await overload(stage.serverOf(subject), message, isQuick ? quick : thorough);
    const verdicts = verdictsOf(came);
    print(reportOverload(service, came, verdicts));
    return isEnough(verdicts);
  });
}

/** As it is deployed where there are probes. */
function withManagementPort(subject: Subject): Subject {
  return { ...subject, settings: (places) => ({ ...subject.settings?.(places), MANAGEMENT_PORT: '0' }) };
}
