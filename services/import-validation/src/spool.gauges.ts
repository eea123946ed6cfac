import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { measureGauges } from '@roundtrip/service';
import { ImportValidationConfig } from './config.js';

export const spoolGauges = [
  { name: 'roundtrip_spool_free_bytes', help: 'What is free on the disk where uploads lie while they are read' },
  { name: 'roundtrip_spool_size_bytes', help: 'How large that disk is' },
];

/** How full the disk is on which uploads lie while they are read: a file that finds no room is tried again, and fails in the end. */
@Injectable()
export class SpoolGauges implements OnApplicationBootstrap {
  constructor(private readonly config: ImportValidationConfig) {}

  onApplicationBootstrap(): void {
    measureGauges(spoolGauges, async () => {
      const { bavail, blocks, bsize } = await statfs(this.config.UPLOAD_SPOOL_FOLDER ?? tmpdir());
      return [
        { gauge: 'roundtrip_spool_free_bytes', value: bavail * bsize },
        { gauge: 'roundtrip_spool_size_bytes', value: blocks * bsize },
      ];
    });
  }
}
