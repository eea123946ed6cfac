import { baseConfig } from '@roundtrip/service';

/** Nothing of its own yet. */
export const config = baseConfig;
