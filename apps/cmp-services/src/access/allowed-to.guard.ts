import { type CanActivate, type ExecutionContext, Injectable, type Type } from '@nestjs/common';
import { Fault } from '@trunkline/faults';
import type { SoapOperation } from '@trunkline/operations';
import { userOf } from '@trunkline/service';
import { Users } from './users';

/** The guard of an operation: whoever is let in by name must also be allowed to call it. */
export function allowedTo({ name }: Pick<SoapOperation, 'name'>): Type<CanActivate> {
  @Injectable()
  class AllowedTo implements CanActivate {
    constructor(private readonly users: Users) {}

    canActivate(context: ExecutionContext): boolean {
      const user = userOf(context.switchToHttp().getResponse());
      if (user === undefined || this.users.mayCall(user, name)) return true;
      throw new Fault('CmpNotAllowed');
    }
  }
  return AllowedTo;
}
