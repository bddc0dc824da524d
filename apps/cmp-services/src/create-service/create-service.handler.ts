import { Injectable, UseGuards } from '@nestjs/common';
import {
  createService,
  type CreateServiceRequest,
  type CreateServiceResponse,
  type ServiceData,
} from '@trunkline/contracts/cmp-services';
import { Fault, type FieldFault } from '@trunkline/faults';
import { type Call, type Handler, Handles } from '@trunkline/service';
import { allowedTo } from '../access/allowed-to.guard';
import { CreatedServicesStore } from '../store/created-services.store';
import { entryOf, FactFinder, type Facts } from './facts';
import { newService } from './new-service';
import { brokenRules, faultsOfThoseInTheWay, pathOf } from './rules';

/** Creates a service where every rule of CONTRACTS.md section 3 holds; where not, says all that is wrong. */
@Handles(createService)
@UseGuards(allowedTo(createService))
@Injectable()
export class CreateServiceHandler implements Handler<CreateServiceRequest, CreateServiceResponse> {
  constructor(
    private readonly factFinder: FactFinder,
    private readonly services: CreatedServicesStore,
  ) {}

  async handle({ ServiceData: data }: CreateServiceRequest, call: Call): Promise<CreateServiceResponse> {
    const { ServiceData: service, ExternalReference } = data;
    const facts = await this.factFinder.find(service);
    const sound = brokenRules(service, facts).length === 0;
    // What is in the way is decided where it is written; only a refusal asks what that was.
    const created =
      sound && (await this.services.create(newService(data, entryOf(service, facts.entries)!, call)));
    if (!created) throw new Fault('CmpInvalidRequest', { causes: await this.faultsOf(service, facts) });
    return { Result: { ExternalReference } };
  }

  /** The rules that can be told of the fields that are in order. */
  async examine(
    { ServiceData: data }: Partial<CreateServiceRequest>,
    faults: readonly FieldFault[],
  ): Promise<readonly Fault[]> {
    const broken = new Set(faults.map(({ path }) => path));
    const sound = Object.entries(data?.ServiceData ?? {}).filter(
      ([field]) => !broken.has(pathOf(field as keyof ServiceData)),
    );
    const service = Object.fromEntries(sound) as Partial<ServiceData>;
    return this.faultsOf(service, await this.factFinder.find(service));
  }

  private async faultsOf(service: Partial<ServiceData>, facts: Facts): Promise<Fault[]> {
    const inTheWay = await this.factFinder.findInTheWay(service);
    return [...brokenRules(service, facts), ...faultsOfThoseInTheWay(service, inTheWay)];
  }
}
