import type { Import, Template } from '@roundtrip/gateway/api';

const AGAIN_MS = 2_000;

export interface Follower {
  /** Of what is said in the documents: with a stream a browser sends its own language. */
  language: string;
  onJob(job: Template | Import): void;
  /** The connection is gone; it is tried again. */
  onLost(): void;
  /** It is there again: what happened meanwhile may have been missed. */
  onBack(): void;
  /** The server does not let us: the session may have ended. */
  onRefused(): void;
}

/**
 * Server-sent events for as long as the page is there. The browser comes back by itself after a lost connection, with the id of the last
 * event; after an answer that is none it gives up, and we begin anew. @returns how to stop
 */
export function followJobs({ language, onJob, onLost, onBack, onRefused }: Follower): () => void {
  let source: EventSource;
  let again: number | undefined;
  let wasLost = false;

  const lose = (): void => {
    wasLost = true;
    onLost();
  };
  const begin = (): void => {
    clearTimeout(again);
    source = new EventSource(`/v1/events?language=${language}`);
    source.addEventListener('open', () => {
      if (!wasLost) return;
      wasLost = false;
      onBack();
    });
    source.addEventListener('error', () => {
      lose();
      if (source.readyState !== EventSource.CLOSED) return;
      onRefused();
      again = window.setTimeout(begin, AGAIN_MS);
    });
    const hear = (event: MessageEvent<string>): void => onJob(JSON.parse(event.data) as Template | Import);
    source.addEventListener('template', hear);
    source.addEventListener('import', hear);
  };
  /** A connection may be dead without an error: when the network goes away, nothing comes, and nothing says so. */
  const offline = (): void => {
    source.close();
    lose();
  };
  const online = (): void => {
    source.close();
    begin();
  };
  window.addEventListener('offline', offline);
  window.addEventListener('online', online);
  begin();
  return () => {
    clearTimeout(again);
    window.removeEventListener('offline', offline);
    window.removeEventListener('online', online);
    source.close();
  };
}
