export type { Client } from './configuration.js';
export type { Endpoint } from './count-requests.js';
export type { TokenRequest } from './forge-token.js';
export type { ClaimNames, Person } from './people.js';
export { type Algorithm, newSigningKey, type SigningKey } from './signing-keys.js';
export type { ProgramSettings } from './program.js';
export { type Provider, type ProviderOptions, startProvider } from './start-provider.js';
export { Visitor } from './visitor.js';
