import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { All, Controller, Module, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

// The same as node-http.ts, through a controller of Nest on Express.

const [, , contentType = '', path = '', file = ''] = process.argv;
const answer = readFileSync(file);

@Controller()
class ConstantController {
  @All(path)
  answer(@Req() request: IncomingMessage, @Res() response: ServerResponse): void {
    request.resume().on('end', () => {
      response.setHeader('Content-Type', contentType).setHeader('Content-Length', answer.length).end(answer);
    });
  }
}

@Module({ controllers: [ConstantController] })
class ConstantModule {}

async function serve(): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(ConstantModule, {
    bodyParser: false,
    logger: false,
  });
  app.disable('x-powered-by').disable('etag');
  await app.listen(0, '127.0.0.1');
  process.send?.({ ready: { url: await app.getUrl() } });
}

void serve();
