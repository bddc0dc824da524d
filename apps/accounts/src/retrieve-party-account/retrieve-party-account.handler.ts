import { Injectable } from '@nestjs/common';
import {
  JsonText,
  retrievePartyAccount,
  type RetrievePartyAccountParameters,
} from '@trunkline/contracts/accounts';
import { Fault } from '@trunkline/faults';
import { type Call, type Handler, Handles, HttpAnswer } from '@trunkline/service';
import { selected } from '../selected';
import { NeedsScope } from '../oauth/needs-scope';
import { AccountStore } from '../store/account.store';

/** Gives an account back as it came. */
@Handles(retrievePartyAccount)
@NeedsScope(retrievePartyAccount)
@Injectable()
export class RetrievePartyAccountHandler implements Handler<object, object, RetrievePartyAccountParameters> {
  constructor(private readonly accounts: AccountStore) {}

  async handle(
    _request: object,
    _call: Call,
    { id, fields }: RetrievePartyAccountParameters,
  ): Promise<HttpAnswer> {
    const account = await this.accounts.find(id);
    if (!account) throw new Fault('AccountNotFound', { text: 'No account has this id.' });
    return new HttpAnswer(new JsonText(selected(account.content, fields)), {});
  }
}
