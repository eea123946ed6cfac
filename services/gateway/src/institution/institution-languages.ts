import { Injectable } from '@nestjs/common';
import type { Language } from '@roundtrip/contracts';
import { GatewayDatabase } from '../database.js';

/** Another choice under Settings is followed after so long at the latest. */
const KEPT_MS = 30_000;
const MOST_KEPT = 10_000;

/** The languages of institutions: asked for with every request that names none, and hardly ever changed. */
@Injectable()
export class InstitutionLanguages {
  private readonly known = new Map<string, { language: Language; until: number }>();

  constructor(private readonly database: GatewayDatabase) {}

  async of(institution: string): Promise<Language> {
    const now = Date.now();
    const known = this.known.get(institution);
    if (known && known.until > now) return known.language;
    const found = await this.database.institutions.findOne({ _id: institution }, { projection: { language: 1 } });
    const language = found?.language ?? 'en';
    if (this.known.size >= MOST_KEPT) this.known.clear();
    this.known.set(institution, { language, until: now + KEPT_MS });
    return language;
  }

  /** The choice was just made here. */
  set(institution: string, language: Language): void {
    this.known.set(institution, { language, until: Date.now() + KEPT_MS });
  }
}
