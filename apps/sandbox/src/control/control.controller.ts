import { BadRequestException, Body, Controller, Get, HttpCode, Post, ValidationPipe } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FaultRequest } from './control.request';
import { SimulatedSystems } from './simulated-systems';

const strictly = new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true });

/** What a test, or a person, does with the systems from behind: looks at them, breaks them, starts again. */
@ApiTags('Control')
@Controller('control')
export class ControlController {
  constructor(private readonly systems: SimulatedSystems) {}

  @Get()
  @ApiOperation({ summary: 'The state of each system: calls, effects, pending faults' })
  @ApiOkResponse({ description: 'By the name of the system' })
  state(): object {
    return this.systems.each((system) => system.state());
  }

  @Get('accounts')
  @ApiOperation({ summary: 'The accounts of each system, and what they provoke' })
  @ApiOkResponse({ description: 'By the name of the system' })
  accounts(): object {
    return this.systems.each(({ accounts }) => accounts);
  }

  @Get('faults')
  @ApiOperation({ summary: 'The faults that each system can have' })
  @ApiOkResponse({ description: 'By the name of the system, then by the name of the fault' })
  faults(): object {
    return this.systems.each(({ faults }) => faults);
  }

  @Post('faults')
  @HttpCode(200)
  @ApiOperation({ summary: 'Makes the next calls of a system meet a fault, after those that are pending' })
  @ApiOkResponse({ description: 'The state of each system' })
  @ApiBadRequestResponse({ description: 'There is no such system or fault, or too many are pending' })
  provoke(@Body(strictly) { system: name, fault, calls }: FaultRequest): object {
    const system = this.systems.named(name);
    if (!system) throw new BadRequestException(`There is no system ${name}`);
    if (!Object.hasOwn(system.faults, fault)) throw new BadRequestException(`${name} has no fault ${fault}`);
    try {
      system.provoke(fault, calls);
    } catch (error) {
      throw error instanceof RangeError ? new BadRequestException(error.message) : error;
    }
    return this.state();
  }

  @Post('reset')
  @HttpCode(200)
  @ApiOperation({ summary: 'Forgets everything that was created and every pending fault' })
  @ApiOkResponse({ description: 'The state of each system' })
  reset(): object {
    for (const system of this.systems.all) system.reset();
    return this.state();
  }
}
