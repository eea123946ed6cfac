import type { DeadLetter } from '@roundtrip/kafka';

/** The template or import that a message is about: its id begins the key of every topic that carries a job. */
export const jobOf = ({ key }: Pick<DeadLetter, 'key'>): string | undefined =>
  /^(?:tpl|imp)_[0-9a-z-]+/.exec(key?.toString('utf8') ?? '')?.[0];
