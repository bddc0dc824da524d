import type { CreateServiceRequest } from '@trunkline/contracts/cmp-services';
import { cmpServices } from '../../../apps/cmp-services/src/cmp-services.module';
import { CreateServiceHandler } from '../../../apps/cmp-services/src/create-service/create-service.handler';
import { serveService } from '../servers/service';

/** `cmp-services` with a handler that looks nothing up and creates nothing. */
const handler = {
  handle: async ({ ServiceData: { ExternalReference } }: CreateServiceRequest) => ({
    Result: { ExternalReference },
  }),
};

void serveService(cmpServices, [[CreateServiceHandler, handler]]);
