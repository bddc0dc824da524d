import { refusesWhatIsTooMuch } from '@trunkline/testing';
import { accounts } from '../src/accounts.module';

refusesWhatIsTooMuch(accounts);
