/** Starts all at once. When one fails, or the signal fires, all are stopped before the error goes on. */
export async function startTogether(
  parts: readonly { start(): Promise<void> }[],
  stop: () => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const cancel = () => void stop();
  signal?.addEventListener('abort', cancel);
  const starts = parts.map((part) => part.start());
  try {
    signal?.throwIfAborted();
    await Promise.all(starts);
  } catch (error) {
    await stop();
    await Promise.allSettled(starts);
    // What was between two steps of its start when the first stop came is up by now.
    await stop();
    throw signal?.aborted === true ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}
