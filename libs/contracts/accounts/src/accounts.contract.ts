import { restContract } from '@trunkline/operations';
import { tmfErrorForm } from './error/tmf-error.form';
import { exactJsonMedia } from './json/exact-json.media';
import { listPartyAccounts } from './list-party-accounts/list-party-accounts.operation';
import { partyAccountCreateEvent } from './party-account-create-event/party-account-create-event.operation';
import { registerListener } from './register-listener/register-listener.operation';
import { retrievePartyAccount } from './retrieve-party-account/retrieve-party-account.operation';
import { unregisterListener } from './unregister-listener/unregister-listener.operation';

/** What `accounts` promises (CONTRACTS.md section 4). */
export const accountsContract = restContract({
  name: 'accounts',
  title: 'Party accounts',
  summary: 'Takes accounts over from the notification that they were created, and gives them back whole.',
  folder: __dirname,
  media: exactJsonMedia,
  credentials: {
    scheme: 'bearer',
    description:
      'An OAuth 2.0 access token, a signed JWT. Asked for where an issuer is configured; where none is, it means nothing.',
  },
  faultForm: tmfErrorForm,
  commonFaults: {
    unexpected: 'AccountUnexpected',
    invalid: 'AccountInvalid',
    repeated: 'AccountConflict',
    inDoubt: 'AccountUnexpected',
  },
  operations: [
    partyAccountCreateEvent,
    retrievePartyAccount,
    listPartyAccounts,
    registerListener,
    unregisterListener,
  ],
});
