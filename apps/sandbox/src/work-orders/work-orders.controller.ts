import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { IcomsWorkOrdersSimulator, serveWorkOrders } from '@trunkline/backends/icoms';

const example =
  '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><FindWorkOrderRequest xmlns="urn:trunkline:create-work-order:v3"><consumerReference>3f0c2a52-8c0e-4f0b-9d4e-0f6c5a1b7e11</consumerReference></FindWorkOrderRequest></e:Body></e:Envelope>';

/** The work orders of ICOMS (CONTRACTS.md section 6.2). */
@ApiTags('ICOMS')
@Controller()
export class WorkOrdersController {
  constructor(private readonly simulator: IcomsWorkOrdersSimulator) {}

  @Post('icoms/CreateWorkOrder_V3')
  @ApiOperation({ summary: 'CreateWorkOrder_V3: creates a work order, or finds one' })
  @ApiConsumes('text/xml')
  @ApiProduces('text/xml')
  @ApiBody({ schema: { type: 'string', example } })
  @ApiOkResponse({ description: 'What has come of it', schema: { type: 'string' } })
  send(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return serveWorkOrders(this.simulator, request, response);
  }

  @Get('icoms/CreateWorkOrder_V3')
  @ApiOperation({ summary: 'The WSDL of CreateWorkOrder_V3; each of its schemas with ?xsd=' })
  @ApiProduces('text/xml')
  @ApiOkResponse({ description: 'The document', schema: { type: 'string' } })
  describe(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return serveWorkOrders(this.simulator, request, response);
  }

  @Post('control/work-orders/:orderNumber/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Closes a work order, so that its line can have another' })
  @ApiOkResponse({ description: 'The state of the work orders' })
  @ApiNotFoundResponse({ description: 'There is no such open work order' })
  close(@Param('orderNumber') orderNumber: string): object {
    if (!this.simulator.close(orderNumber))
      throw new NotFoundException(`There is no open work order ${orderNumber}`);
    return this.simulator.state();
  }
}
