import { Controller, Get, Req, Res, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Refusal } from '@trunkline/faults';
import type { SoapContract } from '@trunkline/operations';
import { publishedDocument } from '@trunkline/soap';
import type { Request, Response } from 'express';
import { calledAt } from '../called-at';

/** The controller that publishes a SOAP contract at its own address: `?wsdl`, and each schema at `?xsd=<name>`. */
export function soapDescription(contract: SoapContract): Type {
  @ApiExcludeController()
  @Controller()
  class SoapDescription {
    @Get(contract.path)
    read(@Req() request: Request, @Res() response: Response): void {
      const asked = new Map(
        Object.entries(request.query).map(([name, value]) => [name.toLowerCase(), String(value)]),
      );
      const document = documentFor(contract, asked, `${calledAt(request)}${contract.path}`);
      response.type('text/xml; charset=utf-8').send(document);
    }
  }
  return SoapDescription;
}

function documentFor(contract: SoapContract, asked: ReadonlyMap<string, string>, address: string): string {
  const name = asked.get('xsd');
  if (name === undefined && !asked.has('wsdl')) {
    throw new Refusal('MethodNotAllowed', 'Messages are sent here by POST; ?wsdl describes them', {
      headers: { Allow: 'POST' },
    });
  }
  const document = publishedDocument(contract, address, name);
  if (document !== undefined) return document;
  throw new Refusal('NotFound', `There is no schema ${JSON.stringify(name!.slice(0, 40))} here`);
}
