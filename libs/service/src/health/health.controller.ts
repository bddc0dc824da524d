import { Controller, Get, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  type HealthCheckResult,
  HealthCheckService,
  type HealthIndicatorResult,
  HealthIndicatorService,
} from '@nestjs/terminus';
import { Log } from '../log/log';
import { NotReadyFilter } from './not-ready.filter';
import { Readiness } from './readiness';

@ApiExcludeController()
@Controller('health')
@UseFilters(NotReadyFilter)
export class HealthController {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly readiness: Readiness,
    private readonly log: Log,
  ) {}

  /** The process runs and answers. Says nothing of what it needs, so that nobody restarts it for its database's sake. */
  @Get('live')
  live(): Promise<HealthCheckResult> {
    return this.checks.check([]);
  }

  /** Requests can be done now. */
  @Get('ready')
  ready(): Promise<HealthCheckResult> {
    const { database } = this.readiness;
    const needed = database === undefined ? [] : [() => this.answers(database)];
    return this.checks.check([() => this.wantsWork(), ...needed]);
  }

  private wantsWork(): HealthIndicatorResult {
    const indicator = this.indicators.check('service');
    return this.readiness.wantsWork ? indicator.up() : indicator.down('The service is stopping');
  }

  private async answers(database: { check(): Promise<void> }): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('database');
    try {
      await database.check();
      return indicator.up();
    } catch (error) {
      this.log.logger.warn({ err: error }, 'the database does not answer');
      return indicator.down('The database does not answer');
    }
  }
}
