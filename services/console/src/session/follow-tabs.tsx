import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { meQuery, takeOver, useMe } from './session.js';

const CHANNEL = 'roundtrip.session';

/**
 * All windows of a browser have one session. When one of them changes its institution, or who is signed in, the others follow: else what
 * is changed there would be changed somewhere else than it says.
 */
export function FollowTabs() {
  const client = useQueryClient();
  const me = useMe();
  const identity = `${me.id} ${me.institution.institutionId}`;
  const said = useRef(identity);
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
    if (said.current !== identity) channel.postMessage(identity);
    said.current = identity;
    channel.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (data === identity) return;
      void client.fetchQuery({ ...meQuery, staleTime: 0 }).then((now) => {
        if (typeof now === 'object') takeOver(client, now);
      });
    });
    return () => channel.close();
  }, [client, identity]);
  return null;
}
