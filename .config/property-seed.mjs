import * as fc from 'fast-check';

// A change is judged by the same random cases each time; without SEED, each run looks at new ones.
const { SEED } = process.env;
if (SEED !== undefined) fc.configureGlobal({ seed: Number(SEED) });
