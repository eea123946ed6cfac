import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StackError } from '../stack-error.js';
import { objectStoreKind } from './object-store-kind.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'object-store-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const given = (there: string | undefined, asked: string | undefined) => {
  if (there !== undefined) mkdirSync(join(home, there, 'data'), { recursive: true });
  return () => objectStoreKind(home, asked === undefined ? {} : { ROUNDTRIP_OBJECT_STORE: asked });
};

describe('the object store of a stack', () => {
  it.each([
    [undefined, undefined, 'minio'],
    [undefined, '', 'minio'],
    [undefined, 'minio', 'minio'],
    [undefined, 'seaweedfs', 'seaweedfs'],
    ['minio', undefined, 'minio'],
    ['seaweedfs', undefined, 'seaweedfs'],
    ['seaweedfs', 'seaweedfs', 'seaweedfs'],
  ])('of a home with objects of %s, where %s is asked for, is %s', (there, asked, kind) => {
    expect(given(there, asked)()).toBe(kind);
  });

  it.each([
    ['minio', 'seaweedfs', /are of minio: start without ROUNDTRIP_OBJECT_STORE, or set ROUNDTRIP_HOME/],
    ['seaweedfs', 'minio', /are of seaweedfs: start without/],
    [undefined, 'ceph', /ROUNDTRIP_OBJECT_STORE=ceph is not known: set it to minio or seaweedfs/],
  ])('of a home with objects of %s cannot be %s', (there, asked, sentence) => {
    expect(given(there, asked)).toThrow(StackError);
    expect(given(there, asked)).toThrow(sentence);
  });

  it('is told without a home, for who installs ahead', () => {
    expect(objectStoreKind(undefined, { ROUNDTRIP_OBJECT_STORE: 'seaweedfs' })).toBe('seaweedfs');
  });
});
