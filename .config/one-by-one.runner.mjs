import JestRunner from 'jest-runner';

/** Jest runs the specs of such a runner after the others, one at a time in its own process. */
export default class OneByOneRunner extends JestRunner {
  isSerial = true;
}
