import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTopics } from '../src/index.js';
import { access, createTopic, thing } from './real-service.js';

describe('a member that has nothing to do', () => {
  it('is woken by what the broker answers, and hardly by timers', async () => {
    await createTopics(access);
    const asked = thing('gateway', 'targets');
    await createTopic(asked, 4);
    const fetches = 8;
    const env = {
      ...process.env,
      TOPIC: asked.topic,
      GROUP: `spec-${randomUUID()}`,
      FETCHES: String(fetches),
    };
    const member = fork(join(import.meta.dirname, 'idle-member.mjs'), { env, execArgv: [] });
    try {
      const [{ fired }] = (await once(member, 'message')) as [{ fired: number }];
      // Ours looks once a second whether the session is alive; kafkajs by itself made five hundred of one fetch.
      expect(fired).toBeLessThanOrEqual(3 * fetches);
    } finally {
      member.kill('SIGKILL');
    }
  }, 150_000);
});
