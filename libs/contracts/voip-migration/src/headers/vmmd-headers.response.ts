import { TextField } from '@trunkline/fields';

/** The headers of every answer, a failure's too (CONTRACTS.md section 5). */
export class VmmdResponseHeaders {
  @TextField({ description: 'As received; absent when none was sent.', example: 'c-4711', optional: true })
  'VMMD-conversationId'?: string;

  @TextField({ description: 'As received; absent when none was sent.', example: 'm-4711-1', optional: true })
  'VMMD-messageID'?: string;

  @TextField({ description: 'As received, or made for this request.', example: 'r-4711-1' })
  'VMMD-requestId'!: string;

  @TextField({ description: 'As received, or when it came.', example: '2026-01-31T09:29:59Z' })
  'VMMD-requestTimeStamp'!: string;

  @TextField({ description: 'When it was answered.', example: '2026-01-31T09:30:00.000Z' })
  'VMMD-responseTimeStamp'!: string;

  @TextField({ description: 'SUCCESS or FAILURE.', example: 'SUCCESS' })
  'VMMD-responseStatus'!: string;
}
