import { describe, expect, it } from '@jest/globals';
import { beginAbout, startTracing, stopTracing, traceOf } from '@roundtrip/tracing';
import { type Level, ServiceLog } from './service.log.js';

/** Records of what `say` logs, as a reader of the log gets them. */
function recordsOf(say: (log: ServiceLog) => void, level: Level = 'info'): Record<string, unknown>[] {
  let written = '';
  say(
    new ServiceLog(
      'bulk-update',
      level,
      (line) => void (written += line),
      () => new Date('2026-03-02T08:15:30.250Z'),
    ),
  );
  return written
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a log record', () => {
  it('has the id of the trace that it belongs to', async () => {
    const exporter = {
      export: (_: unknown, done: (result: { code: number }) => void) => done({ code: 0 }),
      shutdown: () => Promise.resolve(),
    };
    await startTracing('bulk-update', {}, { exporter });
    const traced = beginAbout('imp_1', { name: 'chunk' })!;
    let written: unknown;
    await traced.during(async () => {
      [written] = recordsOf((log) => log.log('Chunk closed'));
    });
    expect(written).toMatchObject({ traceId: traceOf('imp_1').traceId });
    await stopTracing();
    expect(recordsOf((log) => log.log('Chunk closed'))[0]).not.toHaveProperty('traceId');
  });

  it('is one line of JSON with time, level, service, class, message and ids', () => {
    const [record] = recordsOf((log) =>
      log.log({ message: 'Chunk closed', importId: 'imp_1', chunk: 17, durationMs: 12.5 }, 'ChunkWorker'),
    );
    expect(record).toEqual({
      time: '2026-03-02T08:15:30.250Z',
      level: 'info',
      service: 'bulk-update',
      context: 'ChunkWorker',
      message: 'Chunk closed',
      importId: 'imp_1',
      chunk: 17,
      durationMs: 12.5,
    });
  });

  it('stays one line when the message has several', () => {
    expect(recordsOf((log) => log.warn('one\ntwo'))).toMatchObject([{ level: 'warn', message: 'one\ntwo' }]);
  });

  it('holds nothing of a contact, whatever it is given', () => {
    const contact = {
      _id: 'opera-nord:0042',
      email: 'anna@example.org',
      lastName: 'Szabó',
      value: 'TEACHER',
      before: { lastName: 'Szabó' },
      contactNumber: '0042',
      criteria: { PROFESSION: 'TEACHER' },
      address: ['Szabó'],
    };
    const written = JSON.stringify(
      recordsOf((log) => {
        log.log({ message: 'Applied', ...contact, importId: 'imp_1' });
        log.log('Applied', contact, 'ChunkWorker');
        log.log(contact);
        log.log([contact]);
        log.error(Object.assign(new Error('duplicate key: Szabó anna@example.org'), { value: contact }));
        log.error({ message: 'Failed', importId: 'imp_2' }, new TypeError('Szabó is not a number'));
        log.error('Failed', 'Error: Szabó\n    at somewhere', 'ChunkWorker');
        log.warn('Cannot send to anna@example.org: <anna.b@mail.example.org>');
        log.log({ message: 'Uploaded', importId: { email: 'anna@example.org' }, objectKey: 'anna@example.org' });
      }),
    );
    for (const kept of ['imp_1', 'imp_2', '"error":"TypeError"']) expect(written).toContain(kept);
    expect(written).toContain('[address]');
    for (const personal of ['anna', 'Szabó', 'TEACHER', '0042']) expect(written).not.toContain(personal);
  });

  it('of an error has its class, code and place', () => {
    const [record] = recordsOf((log) =>
      log.error(Object.assign(new RangeError('secret'), { code: 'ERR_X' }), 'PlanReader'),
    );
    expect(record).toMatchObject({ level: 'error', message: 'RangeError ERR_X', context: 'PlanReader' });
    expect(record?.['stack']).toMatch(/^ +at .*service\.log\.spec/);
  });

  it('is written from the level on that was asked for', () => {
    const all = (log: ServiceLog): void => {
      log.debug('d');
      log.verbose('v');
      log.log('i');
      log.warn('w');
      log.error('e');
      log.fatal('f');
    };
    const messages = (level: Level) => recordsOf(all, level).map(({ message }) => message);
    expect(messages('warn')).toEqual(['w', 'e', 'f']);
    expect(messages('info')).toEqual(['i', 'w', 'e', 'f']);
    expect(messages('debug')).toEqual(['d', 'v', 'i', 'w', 'e', 'f']);
  });

  it('is not written for what Nest tells about its own start', () => {
    expect(recordsOf((log) => log.log('AppModule dependencies initialized', 'InstanceLoader'))).toEqual([]);
  });
});
