import { Module, type OnModuleInit } from '@nestjs/common';
import { cmpServicesContract } from '@trunkline/contracts/cmp-services';
import { type Admission, Log } from '@trunkline/service';
import { CmpServicesConfig } from '../cmp-services.config';
import { BasicAdmission } from './basic-admission';
import { Users } from './users';

const operations = cmpServicesContract.operations.map(({ name }) => name);

/** Who may call what. */
@Module({
  providers: [{ provide: Users, useFactory: usersOf, inject: [CmpServicesConfig] }],
  exports: [Users],
})
export class AccessModule implements OnModuleInit {
  constructor(
    private readonly users: Users,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const { count } = this.users;
    if (count === 0) this.log.logger.warn('CMP_USERS names nobody: everybody may call every operation');
    else this.log.logger.info({ users: count }, 'HTTP Basic authentication is on');
  }
}

/** HTTP Basic authentication where CMP_USERS names somebody. */
export function admissionOf(config: CmpServicesConfig): Admission | undefined {
  const users = usersOf(config);
  return users.count === 0 ? undefined : new BasicAdmission(users);
}

function usersOf({ users }: CmpServicesConfig): Users {
  return Users.read(users, operations);
}
