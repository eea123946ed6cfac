export { ensureApiKeys, type RoleKeys } from './api-keys.js';
export { contactAt, type ContactsOptions, generateContacts } from './contacts.js';
export { type CreatedInstitution, createInstitution, type NewInstitution } from './create-institution.js';
export { type DemoInstitution, museum, theatre } from './institutions.js';
export { type DemoPerson, demoPeople } from './people.js';
export { type Random, randomOf } from './random.js';
export { isSeeded, seedInstitution, type SeedOptions } from './seed-institution.js';
