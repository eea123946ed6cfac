import { Injectable } from '@nestjs/common';
import { DAY_MS, Retention } from '@roundtrip/service';
import { GatewayConfig } from '../config.js';
import { ActivitiesRepository } from './activities.repository.js';

/** Activities go when their time is over. */
@Injectable()
export class ActivitiesSweep extends Retention {
  constructor(
    private readonly activities: ActivitiesRepository,
    private readonly config: GatewayConfig,
  ) {
    super(ActivitiesSweep.name);
  }

  async sweep(now: Date): Promise<void> {
    const before = new Date(now.getTime() - this.config.ACTIVITY_LIFETIME_DAYS * DAY_MS);
    for (const institution of await this.activities.institutions()) await this.activities.cut(institution, before);
  }
}
