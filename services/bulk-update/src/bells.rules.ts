/**
 * The chunks that are rung so that every open one is reached: the first open one of each lane, as a finished chunk rings the one
 * `lanes` further on. Whatever the lanes were when the import was begun, these cover what is left.
 */
export function bells(chunks: number, lanes: number, closed: ReadonlySet<number>): number[] {
  const rung: number[] = [];
  for (let lane = 0; lane < lanes; lane++) {
    for (let chunk = lane; chunk < chunks; chunk += lanes) {
      if (closed.has(chunk)) continue;
      rung.push(chunk);
      break;
    }
  }
  return rung;
}
