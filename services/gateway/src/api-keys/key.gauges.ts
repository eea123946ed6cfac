import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { measureGauges } from '@roundtrip/service';
import { firstLastEnd } from './api-key.rules.js';
import { ApiKeysRepository } from './api-keys.repository.js';

export const keyGauge = {
  name: 'roundtrip_admin_key_left_seconds',
  help: 'Time until the last key of an administrator ends, in the institution where that is first',
};
/** It is about days, and every key is looked at. */
const keptMs = 600_000;

/** Warns before nobody of an institution can make keys any more. */
@Injectable()
export class KeyGauges implements OnApplicationBootstrap {
  constructor(private readonly keys: ApiKeysRepository) {}

  onApplicationBootstrap(): void {
    const read = async () => {
      const now = new Date();
      const end = firstLastEnd(await this.keys.endsOfAdministrators(), now);
      return end ? [{ gauge: keyGauge.name, value: (end.getTime() - now.getTime()) / 1000 }] : [];
    };
    measureGauges([keyGauge], read, { keptMs });
  }
}
