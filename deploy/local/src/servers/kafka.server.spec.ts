import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stackPorts } from '../ports.js';
import { stackSecrets } from '../secrets.js';
import { kafkaServer } from './kafka.server.js';

const one = [{ broker: 1, controller: 2 }];
const three = [...one, { broker: 3, controller: 4 }, { broker: 5, controller: 6 }];

describe('the Kafka of a stack', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'kafka-server-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const serverOf = (kafkaNodes: typeof three) =>
    kafkaServer({ home, ports: stackPorts({}), kafkaNodes, path: '/nowhere', secrets: stackSecrets(home) });
  const settingsOf = (...path: string[]) =>
    new Map(
      readFileSync(join(home, 'kafka', ...path, 'server.properties'), 'utf8')
        .split('\n')
        .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    );

  it('is one node that keeps one copy of everything, or three of a cluster that keep three', () => {
    expect(serverOf(one).map(({ name }) => name)).toEqual(['kafka']);
    expect(settingsOf().get('offsets.topic.replication.factor')).toBe('1');
    rmSync(join(home, 'kafka'), { recursive: true });
    expect(serverOf(three).map(({ name }) => name)).toEqual(['kafka-1', 'kafka-2', 'kafka-3']);
    for (const [index, { broker }] of three.entries()) {
      const settings = settingsOf(`kafka-${String(index + 1)}`);
      expect(settings.get('node.id')).toBe(String(index + 1));
      expect(settings.get('controller.quorum.voters')).toBe('1@127.0.0.1:2,2@127.0.0.1:4,3@127.0.0.1:6');
      expect(settings.get('advertised.listeners')).toBe(`BROKER://127.0.0.1:${String(broker)}`);
      expect(settings.get('offsets.topic.replication.factor')).toBe('3');
      expect(settings.get('transaction.state.log.min.isr')).toBe('2');
    }
  });

  it('does not take a folder of the other kind', () => {
    const data = join(home, 'kafka', 'data');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'meta.properties'), '');
    expect(() => serverOf(three)).toThrow(/are of one Kafka node: start without --cluster, or set ROUNDTRIP_HOME/);
    expect(serverOf(one)).toHaveLength(1);
    rmSync(join(home, 'kafka'), { recursive: true });
    serverOf(three);
    expect(() => serverOf(one)).toThrow(/are of a cluster: start with --cluster, or set ROUNDTRIP_HOME/);
    expect(serverOf(three)).toHaveLength(3);
  });
});
