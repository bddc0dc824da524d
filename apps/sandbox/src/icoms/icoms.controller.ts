import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IcomsSimulator, serveIcoms } from '@trunkline/backends/icoms';

const example =
  '<ICOMS USERID="TRUNKLINE" PASSWORD="example-only" ENVIRONMENT="SANDBOX"><MAC00183 SITEID="26" ACNTNMBR="104118503"><INL01374 EVNTSRCECODE="NSC" EVNTTYPECODE="TELESTO" BUFREVNT="YES"/></MAC00183></ICOMS>';

/** The XML gateway of ICOMS (CONTRACTS.md section 6.1). */
@ApiTags('ICOMS')
@Controller('icoms')
export class IcomsController {
  constructor(private readonly simulator: IcomsSimulator) {}

  @Post('gateway')
  @ApiOperation({ summary: 'The XML gateway: creates an event on an account' })
  @ApiConsumes('text/xml')
  @ApiProduces('text/xml')
  @ApiBody({ schema: { type: 'string', example } })
  @ApiOkResponse({ description: 'What has come of it', schema: { type: 'string' } })
  gateway(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return serveIcoms(this.simulator, request, response);
  }
}
