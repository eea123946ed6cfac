import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from '@jest/globals';
import { fromBufferPromise } from 'yauzl';
import { createZip, type ZipEntry } from './create-zip.js';

async function unzip(zip: Buffer): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const opened = await fromBufferPromise(zip);
  for await (const entry of opened.eachEntry()) {
    files[entry.fileName] = Buffer.concat(await (await opened.openReadStreamPromise(entry)).toArray()).toString();
  }
  return files;
}

const endless = (): Readable =>
  Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(0x10000, 'x');
    })(),
  );

async function* thenNothing(): AsyncGenerator<ZipEntry> {
  yield { name: 'a.csv', content: Readable.from([Buffer.from('a')]) };
  throw new Error('no database');
}

const slowSink = (): Writable => new Writable({ write: (_chunk, _encoding, callback) => void setTimeout(callback, 1) });

describe('making a zip', () => {
  it('holds the entries with their names and contents', async () => {
    const entries = [
      { name: 'contact-criteria_1.csv', content: Readable.from([Buffer.from('one')]) },
      { name: 'été.csv', content: Readable.from([Buffer.from('two'), Buffer.from('three')]) },
    ];
    expect(await unzip(Buffer.concat(await createZip(entries).toArray()))).toEqual({
      'contact-criteria_1.csv': 'one',
      'été.csv': 'twothree',
    });
  });

  it('asks for an entry when the one before has been read', async () => {
    const order: string[] = [];
    const content = async function* (name: string): AsyncGenerator<Buffer> {
      order.push(`${name} read`);
      yield Buffer.from(name);
      order.push(`${name} ended`);
    };
    async function* entries(): AsyncGenerator<ZipEntry> {
      for (const name of ['a', 'b']) {
        order.push(`${name} asked for`);
        yield { name, content: Readable.from(content(name)) };
      }
    }
    await createZip(entries()).toArray();
    expect(order).toEqual(['a asked for', 'a read', 'a ended', 'b asked for', 'b read', 'b ended']);
  });

  it('is destroyed with the error of a source that fails half-way', async () => {
    const content = Readable.from(
      (async function* () {
        yield Buffer.alloc(100_000);
        throw new Error('cursor lost');
      })(),
    );
    await expect(pipeline(createZip([{ name: 'a.csv', content }]), slowSink())).rejects.toThrow('cursor lost');
  });

  it('is destroyed when a source is closed before its end', async () => {
    const content = endless();
    const zip = createZip([{ name: 'a.csv', content }]);
    setTimeout(() => content.destroy(), 20);
    await expect(pipeline(zip, slowSink())).rejects.toThrow('closed before its end');
  });

  it('is destroyed when the next entry cannot be made', async () => {
    await expect(createZip(thenNothing()).toArray()).rejects.toThrow('no database');
  });

  it('destroys its source when the sink fails', async () => {
    const content = endless();
    const sink = new Writable({ write: (_chunk, _encoding, callback) => callback(new Error('disk full')) });
    const closed = once(content, 'close');
    await expect(pipeline(createZip([{ name: 'a.csv', content }]), sink)).rejects.toThrow('disk full');
    await closed;
    expect(content.destroyed).toBe(true);
  });

  it('does not run ahead of a slow reader', async () => {
    let read = 0;
    const content = Readable.from(
      (function* () {
        for (; read < 1000; read++) yield randomBytes(0x10000);
      })(),
    );
    const zip = createZip([{ name: 'a.csv', content }]);
    await once(zip, 'readable');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(read).toBeLessThan(100);
    zip.destroy();
  });
});
