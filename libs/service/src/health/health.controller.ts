import { Controller, Get, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type HealthCheckResult, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
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
  ) {}

  /** The process runs and answers. Says nothing of what it needs, so that nobody restarts it for its database's sake. */
  @Get('live')
  live(): Promise<HealthCheckResult> {
    return this.checks.check([]);
  }

  /** Requests can be done now. */
  @Get('ready')
  ready(): Promise<HealthCheckResult> {
    return this.checks.check([() => this.wantsWork()]);
  }

  private wantsWork() {
    const indicator = this.indicators.check('service');
    return this.readiness.wantsWork ? indicator.up() : indicator.down('The service is stopping');
  }
}
