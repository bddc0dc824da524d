import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { MidasSimulator, serveMidas } from '@trunkline/backends/midas';

const example = {
  UpdateVOIPLineMigrationStatus: {
    telephoneNumber: '447874384949',
    activity: { name: 'VOIPMigration', task: { name: 'CreateWorkOrder', status: 'Complete' } },
  },
};

/** MIDAS (CONTRACTS.md section 6.3). */
@ApiTags('MIDAS')
@Controller('restapi')
export class MidasController {
  constructor(private readonly simulator: MidasSimulator) {}

  @Get('VOIPLineMigrationDetails')
  @ApiOperation({ summary: 'What MIDAS knows of a line' })
  @ApiQuery({ name: 'telephoneNumber', example: '447874384949' })
  @ApiQuery({ name: 'accountNumber', example: '104118503' })
  @ApiQuery({ name: 'siteReference', example: '26' })
  @ApiQuery({ name: 'context', example: 'MIGRATION_WORKORDER' })
  @ApiOkResponse({ description: 'The questionnaire and the service category' })
  details(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return serveMidas(this.simulator, request, response);
  }

  @Post('UpdateVOIPLineMigrationStatus')
  @ApiOperation({ summary: 'Sets the migration status of a line' })
  @ApiHeader({ name: 'VMMD-originatorURI', required: true, example: 'urn:example:portal' })
  @ApiBody({ schema: { type: 'object', example } })
  @ApiOkResponse({ description: 'It is set' })
  update(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return serveMidas(this.simulator, request, response);
  }
}
