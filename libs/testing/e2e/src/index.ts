export { type Mail, type Stack, startStack } from './start-stack.js';
