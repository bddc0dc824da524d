import { TextField } from '@trunkline/fields';

const optional = true;
const maxLength = 255;

/** The headers of a request (CONTRACTS.md section 5). None is required; as long as the fields of the message header that they become. */
export class VmmdRequestHeaders {
  @TextField({
    description: 'The activity of the business process.',
    maxLength,
    optional,
  })
  'VMMD-activityName'?: string;

  @TextField({ description: 'The same through a whole process.', maxLength, optional })
  'VMMD-conversationID'?: string;

  @TextField({
    description: 'Unique for a request and its answer.',
    maxLength,
    optional,
  })
  'VMMD-requestID'?: string;

  @TextField({ description: 'When it was sent.', maxLength, optional })
  'VMMD-requestTimeStamp'?: string;

  @TextField({
    description: 'Who sent it; with VMMD-messageID it tells a repetition.',
    maxLength,
    optional,
  })
  'VMMD-senderURI'?: string;

  @TextField({
    description: 'Who started the process; handed on to MIDAS and ICOMS.',
    maxLength,
    optional,
  })
  'VMMD-originatorURI'?: string;

  @TextField({
    description: 'The user on whose behalf it is sent.',
    maxLength,
    optional,
  })
  'VMMD-userid'?: string;

  @TextField({ description: "The message's own id.", maxLength, optional })
  'VMMD-messageID'?: string;
}
