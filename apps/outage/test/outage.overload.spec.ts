import { refusesWhatIsTooMuch } from '@trunkline/testing';
import { outage } from '../src/outage.module';

refusesWhatIsTooMuch(outage);
