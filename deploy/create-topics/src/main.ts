// The one-shot job of docker-compose.yml and of Kubernetes: makes topics, indexes and buckets, then ends.
import { ConfigProblem } from '@roundtrip/service';
import { prepareStores, StoreUnavailable } from './prepare-stores.js';

try {
  await prepareStores(process.env, (line) => console.log(line));
} catch (error) {
  const isKnown = error instanceof StoreUnavailable || error instanceof ConfigProblem;
  console.error(isKnown ? error.message : error);
  process.exitCode = 1;
}
