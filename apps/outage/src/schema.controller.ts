import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { addOrUpdateOutageEvents, writeOutageSchema } from '@trunkline/contracts/outage';

/** Publishes the XSD of the XML documents. */
@Controller()
export class SchemaController {
  private readonly schema = writeOutageSchema();

  @ApiExcludeEndpoint()
  @Get(`${addOrUpdateOutageEvents.path}schema.xsd`)
  @Header('Content-Type', 'application/xml; charset=utf-8')
  read(): string {
    return this.schema;
  }
}
