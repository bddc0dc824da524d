import { refusesWhatIsTooMuch } from '@trunkline/testing';
import { cmpServices } from '../src/cmp-services.module';

refusesWhatIsTooMuch(cmpServices);
