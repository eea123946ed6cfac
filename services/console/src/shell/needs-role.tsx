import { Alert } from '@mantine/core';
import type { Role } from '@roundtrip/contracts';
import type { ReactNode } from 'react';
import { useMay } from '../session/session.js';
import { useWords } from '../words/language.js';

/** What it holds, for those who may; for the others why not. */
export function NeedsRole({ needed, children }: { needed: Role; children: ReactNode }) {
  const words = useWords();
  if (useMay(needed)) return children;
  return <Alert color="yellow">{words.common.roleNeeded({ role: words.roles[needed] })}</Alert>;
}
