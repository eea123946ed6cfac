import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createTopics } from '../src/index.js';
import { access, committed, createTopic, startPublisher, thing, until } from './real-service.js';

interface Member {
  process: ChildProcess;
  begun: string[];
  done: string[];
}

const processes: ChildProcess[] = [];
afterAll(() => {
  for (const child of processes) child.kill('SIGKILL');
});

async function startMember(topic: string, group: string, takesMs: number): Promise<Member> {
  const env = { ...process.env, TOPIC: topic, GROUP: group, TAKES_MS: String(takesMs) };
  const child = fork(join(import.meta.dirname, 'member.mjs'), { env, execArgv: [] });
  processes.push(child);
  const member: Member = { process: child, begun: [], done: [] };
  await new Promise<void>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`The member ended with ${code}`)));
    child.on('message', (message: { joined?: true; begun?: string; done?: string }) => {
      if (message.joined) resolve();
      if (message.begun) member.begun.push(message.begun);
      if (message.done) member.done.push(message.done);
    });
  });
  return member;
}

describe('two members of a service', () => {
  it('share the work, and when one is killed in the middle of its message the other handles that and the rest', async () => {
    await createTopics(access);
    const asked = thing('gateway', 'targets');
    await createTopic(asked, 4);
    const group = `spec-${randomUUID()}`;
    const members = await Promise.all([startMember(asked.topic, group, 300), startMember(asked.topic, group, 300)]);
    const gateway = await startPublisher('gateway');
    const all = Array.from({ length: 40 }, (_, n) => ({ thingId: `t${n}` }));
    await gateway.publisher.publishAll(asked, all);
    await until(() => members.every(({ done }) => done.length >= 2));
    const [killed, survivor] = members;
    killed.process.kill('SIGKILL');
    const cut = killed.begun.filter((id) => !killed.done.includes(id));
    expect(cut.length).toBeGreaterThan(0);
    await until(async () => (await committed(group, asked.topic)) === 40, 40_000);
    expect([...new Set([...killed.done, ...survivor.done])].toSorted()).toEqual(
      all.map(({ thingId }) => thingId).toSorted(),
    );
    expect(survivor.done).toEqual(expect.arrayContaining(cut));
    await gateway.stop();
  }, 90_000);
});
