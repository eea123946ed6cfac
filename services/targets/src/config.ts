import { baseConfig, configClass } from '@roundtrip/service';

export const config = baseConfig;

/** Nothing of its own yet. */
export class TargetsConfig extends configClass(config) {}
