/**
 * The chunks to say ready so that every open one is reached: the first open one of each lane, as a finished chunk says the one ready that
 * is `lanes` further on. Whatever the lanes were when the import was begun, these cover what is left.
 */
export function readyChunks(chunks: number, lanes: number, closed: ReadonlySet<number>): number[] {
  const ready: number[] = [];
  for (let lane = 0; lane < lanes; lane++) {
    for (let chunk = lane; chunk < chunks; chunk += lanes) {
      if (closed.has(chunk)) continue;
      ready.push(chunk);
      break;
    }
  }
  return ready;
}
