import { Injectable } from '@nestjs/common';
import { type ImportKind, type PhasePaces } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';
import { pacesOf, remember } from './paces.rules.js';

/** What the phases of imports lately took in an institution. */
@Injectable()
export class PacesRepository {
  constructor(private readonly database: GatewayDatabase) {}

  async of(institution: string, kind: ImportKind): Promise<PhasePaces> {
    return pacesOf(kind, await this.recent(institution, kind));
  }

  /** Of two imports that end in the same moment one may go unremembered: the next one makes up for it. */
  async add(institution: string, kind: ImportKind, paces: PhasePaces): Promise<void> {
    const recent = remember(await this.recent(institution, kind), paces);
    await this.database.institutions.updateOne({ _id: institution }, { $set: { [`recentPaces.${kind}`]: recent } });
  }

  private async recent(institution: string, kind: ImportKind): Promise<PhasePaces[] | undefined> {
    const projection = { [`recentPaces.${kind}`]: 1 };
    const found = await this.database.institutions.findOne({ _id: institution }, { projection });
    return found?.recentPaces?.[kind];
  }
}
