import { provesItsMessages } from '../src/contracts/proves-its-messages';
import { specimens } from './specimen';

provesItsMessages(specimens);
