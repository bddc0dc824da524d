import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Max, Min } from 'class-validator';

/** A fault that the next calls of a system are to meet. */
export class FaultRequest {
  @ApiProperty({ description: 'The system, as GET /control names it', example: 'icoms' })
  @IsString()
  readonly system!: string;

  @ApiProperty({ description: 'One of GET /control/faults', example: 'answer-lost' })
  @IsString()
  readonly fault!: string;

  @ApiProperty({ description: 'How many calls meet it', default: 1, minimum: 1, maximum: 1_000_000 })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly calls: number = 1;
}
