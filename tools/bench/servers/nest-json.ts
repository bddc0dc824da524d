import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { Body, Controller, Module, Post, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

// A controller of Nest on Express that has its JSON parsed, as Nest does it, and answers the same each time.

const [, , path = '', status = '', file] = process.argv;
const answer = file === undefined ? Buffer.alloc(0) : readFileSync(file);

@Controller()
class ParsingController {
  @Post(path)
  answer(@Body() message: unknown, @Res() response: ServerResponse): void {
    response.statusCode = typeof message === 'object' ? Number(status) : 400;
    response
      .setHeader('Content-Type', 'application/json')
      .setHeader('Content-Length', answer.length)
      .end(answer);
  }
}

@Module({ controllers: [ParsingController] })
class ParsingModule {}

async function serve(): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(ParsingModule, { logger: false });
  app.disable('x-powered-by').disable('etag');
  await app.listen(0, '127.0.0.1');
  process.send?.({ ready: { url: await app.getUrl() } });
}

void serve();
