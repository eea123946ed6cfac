import { crc32, deflateRawSync } from 'node:zlib';

/** Zips byte by byte, so that they can say what no program writes. APPNOTE.TXT 4.3, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */

export interface RawEntry {
  name: string;
  content?: string | Buffer;
  /** 8 deflates; any other number is written as it is, and the content as well. */
  method?: number;
  flags?: number;
  /** What the entry claims, where that is not so. */
  crc?: number;
  bytes?: number | bigint;
  packedBytes?: number;
  offset?: number | bigint;
  /** Unix mode, as zip programs keep it. */
  mode?: number;
  extra?: Buffer;
  /** What stands in the place of the packed content. */
  packed?: Buffer;
  /** Its data are those of the entry before. */
  overlaps?: boolean;
}

export interface RawEnd {
  entryCount?: number;
  directoryOffset?: number | bigint;
  disk?: number;
  /** A zip64 record in front of the end, at the offset that its locator claims or where it is. */
  zip64?: boolean;
  zip64Offset?: bigint;
  behind?: string;
}

const uint16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const uint32 = (value: number | bigint): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(Number(value));
  return bytes;
};
const uint64 = (value: number | bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
/** In 32 bits when it is a number; a bigint stands in the zip64 extra field. */
const short = (value: number | bigint): Buffer => uint32(typeof value === 'bigint' ? 0xffffffff : value);

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  let local = Buffer.alloc(0);
  let last = 0;
  const directory = entries.map((entry) => {
    const { name, content = '', method = 8, flags = 0x800, mode = 0o100644, overlaps = false } = entry;
    const plain = Buffer.from(content);
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(plain) : plain);
    const crc = entry.crc ?? crc32(plain);
    const bytes = entry.bytes ?? plain.length;
    const packedBytes = entry.packedBytes ?? packed.length;
    const start = overlaps ? last : local.length;
    const offset = entry.offset ?? start;
    const common = Buffer.concat([
      ...[20, flags, method, 0, 0x21].map(uint16),
      uint32(crc),
      uint32(packedBytes),
      short(bytes),
      uint16(name.length),
    ]);
    if (!overlaps) {
      last = local.length;
      local = Buffer.concat([local, Buffer.from('PK\x03\x04'), common, uint16(0), Buffer.from(name, 'latin1'), packed]);
    }
    const wide = [bytes, offset].filter((value) => typeof value === 'bigint').map(uint64);
    const zip64 = wide.length > 0 ? Buffer.concat([uint16(1), uint16(wide.length * 8), ...wide]) : Buffer.alloc(0);
    const extra = Buffer.concat([zip64, entry.extra ?? Buffer.alloc(0)]);
    return Buffer.concat([
      Buffer.from('PK\x01\x02'),
      uint16((3 << 8) | 45),
      common,
      ...[extra.length, 0, 0, 0].map(uint16),
      uint32((mode << 16) >>> 0),
      short(offset),
      Buffer.from(name, 'latin1'),
      extra,
    ]);
  });
  return Buffer.concat([
    local,
    ...directory,
    endOf(entries.length, local.length, Buffer.concat(directory).length, end),
  ]);
}

function endOf(found: number, at: number, bytes: number, end: RawEnd): Buffer {
  const count = end.entryCount ?? found;
  const offset = end.directoryOffset ?? at;
  const zip64 = end.zip64
    ? Buffer.concat([
        Buffer.from('PK\x06\x06'),
        uint64(44),
        uint16(45),
        uint16(45),
        uint32(end.disk ?? 0),
        uint32(0),
        ...[count, count, bytes, offset].map(uint64),
        Buffer.from('PK\x06\x07'),
        uint32(0),
        uint64(end.zip64Offset ?? at + bytes),
        uint32(1),
      ])
    : Buffer.alloc(0);
  return Buffer.concat([
    zip64,
    Buffer.from('PK\x05\x06'),
    ...[end.disk ?? 0, 0, Math.min(count, 0xffff), Math.min(count, 0xffff)].map(uint16),
    uint32(bytes),
    short(offset),
    uint16(0),
    Buffer.from(end.behind ?? ''),
  ]);
}
