// Which faults happen when, from a seed alone. Light ones in every run; a restart of a server, which costs seconds, in half of them.
import { type ServiceName, services } from '@roundtrip/contracts';
import { type Random, randomOf } from '@roundtrip/demo';
import { type SmtpMode, smtpModes } from './faulty-smtp.server.js';

export const sessionTimeoutMs = 6_000;
export const workersOfEach = 2;
/** Of Kafka, in a cluster. */
export const brokers = 3;
/** How long a broker may be silent before others lead what it led. */
export const brokerSessionMs = 9_000;
export const faultyServers = ['kafka', 'mongo', 'minio'] as const;

interface Moment {
  /** 1 while the first imports run, 2 while the undos run. */
  act: 1 | 2;
  /** Since the beginning of the act. */
  atMs: number;
}

export type Fault = Moment &
  (
    | { kind: 'kill'; service: ServiceName; worker: number }
    /** Longer than the session, so that another worker takes over while this one still believes that it is at work. */
    | { kind: 'pause'; service: ServiceName; worker: number; forMs: number }
    | { kind: 'replay'; messages: number }
    | { kind: 'smtp'; mode: SmtpMode; forMs: number }
    /** Contacts vanish between the decision on them and the write. */
    | { kind: 'erase' }
    | { kind: 'server'; server: (typeof faultyServers)[number]; how: 'kill' | 'stop'; forMs: number }
    /** One of three. A pause is longer than its session with the controller: others lead meanwhile, and it still believes that it does. */
    | { kind: 'broker'; broker: number; how: 'kill' | 'pause'; forMs: number }
    /** Others lead all partitions that a broker leads. */
    | { kind: 'leader'; broker: number }
    /** Every service and every broker is restarted politely, one process at a time. */
    | { kind: 'roll' }
  );

/** More often where the work is. */
const oftenKilled: readonly ServiceName[] = [
  ...services,
  'bulk-update',
  'bulk-update',
  'bulk-update',
  'import-validation',
];
const oftenPaused: readonly ServiceName[] = [...services, ...Array<ServiceName>(6).fill('bulk-update')];

export function scheduleOf(seed: number): Fault[] {
  const random = randomOf(seed, 2_000_000);
  const faults: Fault[] = [];
  const add = (count: number, make: (moment: Moment) => Fault): void => {
    for (let index = 0; index < count; index++) faults.push(make(momentOf(random)));
  };
  const worker = (): number => random.below(workersOfEach);
  add(2 + random.below(3), (at) => ({ ...at, kind: 'kill', service: random.pick(oftenKilled), worker: worker() }));
  add(random.chance(0.7) ? 1 : 2, (at) => ({
    ...at,
    kind: 'pause',
    service: random.pick(oftenPaused),
    worker: worker(),
    forMs: sessionTimeoutMs + 1_000 + random.below(2_000),
  }));
  add(2, (at) => ({ ...at, kind: 'replay', messages: 5 + random.below(40) }));
  add(1, (at) => ({ ...at, kind: 'smtp', mode: random.pick(smtpModes), forMs: 1_000 + random.below(4_000) }));
  if (random.chance(0.5)) {
    add(1, (at) => ({
      ...at,
      kind: 'server',
      server: random.pick(faultyServers),
      how: random.chance(0.7) ? 'kill' : 'stop',
      forMs: random.below(3_000),
    }));
  }
  // It holds the workers and lets them go on, also one that sleeps.
  const isAsleep = faults.some((fault) => fault.kind === 'pause' && fault.service === 'bulk-update');
  if (!isAsleep && random.chance(0.7)) faults.push({ act: 1, atMs: 0, kind: 'erase' });
  return faults.toSorted((a, b) => a.act - b.act || a.atMs - b.atMs);
}

/** On a cluster: what happens to the whole of it, besides what happens anyway. A roll, which takes a minute, in a quarter of the runs. */
export function clusterScheduleOf(seed: number): Fault[] {
  const random = randomOf(seed, 4_000_000);
  const broker = random.below(brokers);
  const kill: Fault = { ...momentOf(random), kind: 'broker', broker, how: 'kill', forMs: random.below(6_000) };
  const pausedMs = brokerSessionMs + 1_000 + random.below(3_000);
  const pause: Fault = { ...momentOf(random), kind: 'broker', broker, how: 'pause', forMs: pausedMs };
  const move: Fault = { ...momentOf(random), kind: 'leader', broker: random.below(brokers) };
  const roll: Fault = { act: 1, atMs: 0, kind: 'roll' };
  // One broker at a time is away: of three, no more can be.
  const { isServer, add } = random.pick([
    { isServer: true, add: [move] },
    { isServer: false, add: [kill] },
    { isServer: false, add: [pause] },
    { isServer: false, add: [roll] },
  ]);
  const others = scheduleOf(seed).filter(({ kind }) => kind !== 'server' || isServer);
  return [...others, ...add].toSorted((a, b) => a.act - b.act || a.atMs - b.atMs);
}

function momentOf(random: Random): Moment {
  return random.chance(0.65) ? { act: 1, atMs: random.below(4_000) } : { act: 2, atMs: random.below(2_500) };
}

/** How a kind is counted and named. */
export function nameOf(fault: Fault): string {
  switch (fault.kind) {
    case 'kill':
      return `kill -9 ${fault.service}`;
    case 'pause':
      return `pause ${fault.service}`;
    case 'replay':
      return 'replayed messages';
    case 'erase':
      return 'erased contacts';
    case 'smtp':
      return `SMTP ${fault.mode}`;
    case 'server':
      return `${fault.how === 'kill' ? 'kill -9' : 'stop'} ${fault.server}`;
    case 'broker':
      return `${fault.how === 'kill' ? 'kill -9' : 'pause'} one broker`;
    case 'leader':
      return 'moved leaders';
    case 'roll':
      return 'rolling restart';
  }
}
