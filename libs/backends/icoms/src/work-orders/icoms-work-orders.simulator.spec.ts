import { workOrdersContract } from '@trunkline/contracts/work-orders';
import { type Sample, samplesOf } from '@trunkline/service';
import { IcomsWorkOrdersSimulator } from './icoms-work-orders.simulator';

/** What the simulator answers to a request. */
function answerTo(
  simulator: IcomsWorkOrdersSimulator,
  { request }: Sample,
): { status: number; body: string } {
  const { 'content-type': contentType, soapaction: soapAction } = request.headers;
  const reaction = simulator.receive({ contentType, soapAction, body: Buffer.from(request.body ?? '') });
  if (reaction.act !== 'answer') throw new Error(`it does ${reaction.act}`);
  return reaction;
}

/** Without the blanks by which a sample's file is indented. */
function squeezed(xml = ''): string {
  return xml.replace(/>\s+</g, '><').trim();
}

describe('the simulator', () => {
  it.each(samplesOf(workOrdersContract).map((sample) => [sample.name, sample] as const))(
    'answers as the contract has it: %s',
    (_name, sample) => {
      const { status, body } = answerTo(new IcomsWorkOrdersSimulator(), sample);
      expect({ status, body: squeezed(body) }).toEqual({
        status: sample.response.status,
        body: squeezed(sample.response.body),
      });
    },
  );

  it('sees a work order that is asked for twice, though it creates one', () => {
    const simulator = new IcomsWorkOrdersSimulator();
    const sample = samplesOf(workOrdersContract).find(({ name }) => name === 'creates-a-work-order')!;
    for (const _time of [1, 2]) answerTo(simulator, sample);
    expect(simulator.state()).toMatchObject({
      calls: 2,
      effects: 1,
      askedTwice: ['3f0c2a52-8c0e-4f0b-9d4e-0f6c5a1b7e11'],
    });
  });

  it('uses its faults up in their order, those of looking up apart', () => {
    const simulator = new IcomsWorkOrdersSimulator();
    simulator.provoke('look-up-unavailable', 1);
    simulator.provoke('html', 1);
    simulator.provoke('unavailable', 2);
    const [creating, finding] = [samplesOf(workOrdersContract)[0]!, samplesOf(workOrdersContract).at(-1)!];
    const statuses = [];
    for (const sample of [creating, creating, finding, creating, creating, finding])
      statuses.push(answerTo(simulator, sample).status);
    expect(statuses).toEqual([200, 503, 503, 503, 200, 200]);
    expect(simulator.state().faults).toEqual([]);
  });

  it('takes no more than a hundred pending faults, and forgets everything when it is reset', () => {
    const simulator = new IcomsWorkOrdersSimulator();
    for (let number = 1; number <= 100; number++) simulator.provoke('reset', 1);
    expect(() => simulator.provoke('reset', 1)).toThrow(RangeError);
    simulator.reset();
    expect(simulator.state()).toEqual(new IcomsWorkOrdersSimulator().state());
  });
});
