import { type CanActivate, type ExecutionContext, Injectable, type Type, UseGuards } from '@nestjs/common';
import type { RestOperation } from '@trunkline/operations';
import type { Request } from 'express';
import { TokenVerifier } from './token-verifier';

/**
 * Lets only those through whose token has the scope of the operation; stands on its handler.
 *
 * @throws Error when the operation names none.
 */
export function NeedsScope({ name, scope }: Pick<RestOperation, 'name' | 'scope'>): ClassDecorator {
  if (scope === undefined) throw new Error(`${name} names no scope`);
  return UseGuards(guardOf(scope));
}

function guardOf(scope: string): Type<CanActivate> {
  @Injectable()
  class ScopeGuard implements CanActivate {
    constructor(private readonly tokens: TokenVerifier) {}

    async canActivate(context: ExecutionContext): Promise<boolean> {
      const { headers } = context.switchToHttp().getRequest<Request>();
      await this.tokens.admit(headers.authorization, scope);
      return true;
    }
  }
  return ScopeGuard;
}
