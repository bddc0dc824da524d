import { Module } from '@nestjs/common';
import { workOrdersContract } from '@trunkline/contracts/work-orders';
import { Clock, Ids } from '@trunkline/service';
import { type Client, SoapModule } from 'nestjs-soap';
import { IcomsWorkOrders } from './icoms-work-orders';
import { IcomsWorkOrdersConfig } from './icoms-work-orders.config';
import { IcomsWorkOrdersSoap } from './icoms-work-orders.soap';
import { SoapTransport } from './soap-transport';
import { WorkOrdersCaller } from './work-orders-caller';

const clientName = 'ICOMS_WORK_ORDERS_CLIENT';

@Module({ providers: [WorkOrdersCaller], exports: [WorkOrdersCaller] })
class WorkOrdersCallerModule {}

const soapModule = SoapModule.forRootAsync({
  clientName,
  imports: [WorkOrdersCallerModule],
  inject: [IcomsWorkOrdersConfig, WorkOrdersCaller],
  useFactory: ({ url }: IcomsWorkOrdersConfig, caller: WorkOrdersCaller) => ({
    uri: `${url}?wsdl`,
    // node-soap would keep the WSDL, and with it this transport, for the next client of the same address.
    clientOptions: { httpClient: new SoapTransport(workOrdersContract, url, caller), disableCache: true },
  }),
});

/** Gives an app `IcomsWorkOrders`. The app's config class has an `IcomsWorkOrdersConfig` for its settings. */
@Module({
  imports: [soapModule],
  providers: [
    {
      provide: IcomsWorkOrders,
      useFactory: (client: Client, config: IcomsWorkOrdersConfig, clock: Clock, ids: Ids) =>
        new IcomsWorkOrdersSoap(client, config, clock, ids),
      inject: [clientName, IcomsWorkOrdersConfig, Clock, Ids],
    },
  ],
  exports: [IcomsWorkOrders],
})
export class IcomsWorkOrdersModule {}
