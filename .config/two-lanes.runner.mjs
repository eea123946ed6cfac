import JestRunner from 'jest-runner';

/**
 * Specs with servers, in two lanes beside each other, each one file at a time: those of the whole product, which start a stack of their own and
 * wait for it most of the time, and those of single services, which share the servers of the run. Within a lane nothing meets: two specs on
 * the shared servers would read each other's messages, and two stacks are more than two cores carry.
 */
export default class TwoLanesRunner extends JestRunner {
  constructor(globalConfig, context) {
    super({ ...globalConfig, maxWorkers: 1 }, context);
  }

  async runTests(tests, watcher, options) {
    if (options.serial) return super.runTests(tests, watcher, options);
    const isOfProduct = ({ path }) => path.endsWith('.e2e.spec.ts');
    const lanes = [tests.filter(isOfProduct), tests.filter((test) => !isOfProduct(test))];
    await Promise.all(lanes.filter(({ length }) => length > 0).map((lane) => super.runTests(lane, watcher, options)));
  }
}
