import { useEffect, useRef, useState } from 'react';
import type { Import } from '@roundtrip/gateway/api';
import { type Upload, upload } from './upload.js';

interface UploadState {
  running: boolean;
  share: number;
  stopped: boolean;
  problem?: Error;
}
const idle: UploadState = { running: false, share: 0, stopped: false };

/** One upload at a time: how far it is, and how to stop it. Leaving the page stops it, too. */
export function useUpload(onDone: (job: Import) => void) {
  const [state, setState] = useState(idle);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = (options: Upload): void => {
    const controller = new AbortController();
    running.current = controller;
    setState({ ...idle, running: true });
    upload(options, (share) => setState((now) => ({ ...now, share })), controller.signal).then(
      (job) => {
        setState(idle);
        onDone(job);
      },
      (error: Error) =>
        setState(error.name === 'AbortError' ? { ...idle, stopped: true } : { ...idle, problem: error }),
    );
  };
  return { ...state, start, stop: () => running.current?.abort(), reset: () => setState(idle) };
}
