import type { Stack } from '@roundtrip/e2e';
import type { ConsoleWindow, Look } from './console-page.js';

/** What the specs of all pages share: one running product, and windows that are closed, and looked through for faults, after each. */
export interface ScenarioContext {
  readonly stack: Stack;
  /** Without a role nobody is signed in, and no page is open. */
  open(role: keyof Stack['keys'] | undefined, look?: Partial<Look>): Promise<ConsoleWindow>;
  /** As somebody of the other institution, or by a key of one's own. */
  openWith(key: string, look?: Partial<Look>): Promise<ConsoleWindow>;
}
