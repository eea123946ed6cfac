import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  /** In ms since 1970. */
  until: number;
}

export interface MemoryStore {
  adapter: AdapterFactory;
  /** Ends all that a person has begun here. */
  forget(sub: string): void;
}

/** What the provider keeps of sessions, codes and tokens; in memory alone, and shared by all that it is made from when keys are rotated. */
export function memoryStore(): MemoryStore {
  const kept = new Map<string, Kept>();
  const findBy = (name: string, has: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    const now = Date.now();
    for (const [key, { payload, until }] of kept) {
      if (until <= now) kept.delete(key);
      else if (key.startsWith(`${name}:`) && has(payload)) return payload;
    }
    return undefined;
  };
  const adapter = (name: string): Adapter => {
    const keyOf = (id: string): string => `${name}:${id}`;
    const find = (id: string): AdapterPayload | undefined => {
      const found = kept.get(keyOf(id));
      return found === undefined || found.until <= Date.now() ? undefined : found.payload;
    };
    return {
      upsert: async (id, payload, expiresInSeconds = Infinity) => {
        kept.set(keyOf(id), { payload, until: Date.now() + expiresInSeconds * 1000 });
      },
      find: async (id) => find(id),
      findByUid: async (uid) => findBy(name, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findBy(name, (payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        kept.delete(keyOf(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of kept)
          if (key.startsWith(`${name}:`) && payload.grantId === grantId) kept.delete(key);
      },
    };
  };
  return {
    adapter,
    forget: (sub) => {
      for (const [key, { payload }] of kept) if (payload.accountId === sub) kept.delete(key);
    },
  };
}
