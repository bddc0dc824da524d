import { type CanActivate, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import type { Scope } from './scope';
import { TokenVerifier } from './token-verifier';

/** Lets only those through whose token has the scope; stands on a handler. */
export function NeedsScope(scope: Scope): ClassDecorator {
  @Injectable()
  class ScopeGuard implements CanActivate {
    constructor(private readonly tokens: TokenVerifier) {}

    async canActivate(context: ExecutionContext): Promise<boolean> {
      const { headers } = context.switchToHttp().getRequest<Request>();
      await this.tokens.admit(headers.authorization, scope);
      return true;
    }
  }
  return UseGuards(ScopeGuard);
}
