import { Injectable } from '@nestjs/common';
import { JsonText, listPartyAccounts, type ListPartyAccountsParameters } from '@trunkline/contracts/accounts';
import { type Call, type Handler, Handles, HttpAnswer } from '@trunkline/service';
import { selected } from '../selected';
import { NeedsScope } from '../oauth/needs-scope';
import { AccountList } from '../store/account.list';

/** Lists accounts as TMF630 has it: 206 where the list has more of them than the answer. */
@Handles(listPartyAccounts)
@NeedsScope(listPartyAccounts)
@Injectable()
export class ListPartyAccountsHandler implements Handler<object, object, ListPartyAccountsParameters> {
  constructor(private readonly accounts: AccountList) {}

  async handle(_request: object, _call: Call, parameters: ListPartyAccountsParameters): Promise<HttpAnswer> {
    const { filters, fields, offset, limit } = parameters;
    const { total, contents } = await this.accounts.page(filters, { offset, limit });
    const texts = contents.map((content) => selected(content, fields));
    return new HttpAnswer(new JsonText(`[${texts.join(',')}]`), {
      status: texts.length < total ? 206 : 200,
      headers: { 'X-Total-Count': String(total), 'X-Result-Count': String(texts.length) },
    });
  }
}
