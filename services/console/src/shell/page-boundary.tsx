import { Component, type ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.js';

/** A fault of a page is said in its place: it is never blank. */
export class PageBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <ProblemAlert problem={error} onRetry={() => location.reload()} /> : this.props.children;
  }
}
