import type { Random } from '@roundtrip/demo';

/** One to three accidents: bytes changed, lost, doubled; the end cut off. */
export function damaged(file: Buffer, random: Random): Buffer {
  let bytes = file;
  for (let times = 1 + random.below(3); times > 0; times--) {
    const at = random.below(bytes.length);
    const count = 1 + random.below(20);
    bytes = random.pick([
      () => Buffer.concat([bytes.subarray(0, at), Buffer.of(random.below(256)), bytes.subarray(at + 1)]),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + count)]),
      () => Buffer.concat([bytes.subarray(0, at + count), bytes.subarray(at)]),
      () => bytes.subarray(0, Math.max(1, at)),
    ])();
  }
  return bytes;
}
