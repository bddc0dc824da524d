import { Controller, Get, Inject, Optional, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Contract } from '@trunkline/operations';
import type { Request, Response } from 'express';
import { CONTRACT } from '../endpoint/contract';
import { samplesOf } from '../samples/samples';
import { Description } from './description';
import { pagePolicy } from './page';
import { type PublicSample, samplesPage } from './samples-page';

/** The samples of the contract: a page for people, JSON for programs such as `npm run demo`. */
@ApiExcludeController()
@Controller('samples')
export class SamplesController {
  constructor(
    private readonly description: Description,
    @Optional() @Inject(CONTRACT) private readonly contract?: Contract,
  ) {}

  @Get()
  read(@Req() request: Request, @Res() response: Response): void {
    const samples = this.contract === undefined ? [] : publicSamples(this.contract);
    if (request.accepts(['html', 'json']) === 'json') {
      response.json(samples);
      return;
    }
    const page = samplesPage(this.description.title, samples);
    response.set('Content-Security-Policy', pagePolicy).type('html').send(page);
  }
}

function publicSamples(contract: Contract): PublicSample[] {
  return samplesOf(contract).map(({ operation, name, request, response }) => ({
    operation: operation.name,
    name,
    request,
    response,
  }));
}
