import { Controller, Get, Req, Res, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Schema } from '@trunkline/fields';
import { Refusal } from '@trunkline/faults';
import type { SoapContract } from '@trunkline/operations';
import { writeContractSchema, writeWsdl } from '@trunkline/soap';
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
  const schema = ({ name }: Schema) => `${address}?xsd=${name}`;
  const name = asked.get('xsd');
  if (name !== undefined) return writeContractSchema(contract, name, schema) ?? missing(name);
  if (asked.has('wsdl')) return writeWsdl(contract, { service: address, schema });
  throw new Refusal('MethodNotAllowed', 'Messages are sent here by POST; ?wsdl describes them', {
    headers: { Allow: 'POST' },
  });
}

function missing(name: string): never {
  throw new Refusal('NotFound', `There is no schema ${JSON.stringify(name.slice(0, 40))} here`);
}
