import type { ValueChange } from '@roundtrip/database';
import { otherValues } from '@roundtrip/fields';

const keptRows = 1_000;

/** Sums up which values are added to fields of several values, and removed; beyond 1,000 rows those of a field are joined. */
export class ValueTotals {
  private readonly rows = new Map<string, ValueChange>();

  add(change: ValueChange): void {
    const isKept = this.rows.size < keptRows || this.rows.has(keyOf(change));
    const counted = isKept ? change : { ...change, value: otherValues };
    const row = this.rows.get(keyOf(counted));
    if (row) row.lines += counted.lines;
    else this.rows.set(keyOf(counted), { ...counted });
  }

  list(): ValueChange[] {
    return [...this.rows.values()];
  }
}

const keyOf = ({ path, change, value }: ValueChange): string => JSON.stringify([path, change, value]);
