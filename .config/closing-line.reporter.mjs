import { writeSync } from 'node:fs';

/** Prints the totals as one plain line, last; a suite that could not even start counts as a failure. */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // Jest writes its own summary after this, and takes the streams away from whoever still writes when it ends by force.
    process.once('exit', () => writeSync(1, `\n${line}\n`));
  }
}
