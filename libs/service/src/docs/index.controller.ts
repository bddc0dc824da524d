import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Description } from './description';
import { indexPage } from './index-page';
import { pagePolicy } from './page';

/** What the service is: a page for people, JSON for programs such as `npm run demo`. */
@ApiExcludeController()
@Controller()
export class IndexController {
  constructor(private readonly description: Description) {}

  @Get()
  read(@Req() request: Request, @Res() response: Response): void {
    if (request.accepts(['html', 'json']) === 'json') {
      response.json(this.description);
      return;
    }
    response.set('Content-Security-Policy', pagePolicy).type('html').send(indexPage(this.description));
  }
}
