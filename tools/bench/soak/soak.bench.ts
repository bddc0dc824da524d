import { onStage, print, programsOf, tell } from '../measure-service.ts';
import { make } from '../programs.ts';
import { isEnough } from '../report/verdicts.ts';
import { reportSoak, verdictsOf } from './report.ts';
import { soak } from './soak.ts';
import { traffic } from './traffic.ts';

/**
 * Mixed traffic on all services at once, for so many minutes.
 *
 * @returns Whether what came of it is enough.
 */
export async function benchSoak(minutes: number): Promise<boolean> {
  tell('building');
  await make(traffic.flatMap(({ bench }) => programsOf(bench)));
  tell(`${minutes} minutes of everything`);
  const soaked = await Promise.all(
    traffic.map((each) => onStage(each.bench.behind, (stage) => soak(stage, each, minutes * 60_000))),
  );
  const verdicts = soaked.flatMap(verdictsOf);
  print(reportSoak(soaked, verdicts, minutes));
  return isEnough(verdicts);
}
