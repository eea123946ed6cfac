import { type Role, roles } from '@roundtrip/contracts';
import { museum, theatre } from './institutions.js';

/** Somebody who signs in to the institutions of the demonstration, by the provider that comes with it. */
export interface DemoPerson {
  /** At the provider; never changes. */
  sub: string;
  name: string;
  email: string;
  groups: readonly string[];
  institutions: readonly string[];
  /** As the groups are mapped by the demo institutions; by the highest; null: not at all. */
  role: Role | null;
  about: string;
}

const demoInstitutions = { demo: theatre, second: museum };
type InstitutionId = keyof typeof demoInstitutions;

function roleOf(groups: readonly string[]): Role | null {
  const mapped = Object.values(demoInstitutions)
    .flatMap(({ groupRoles }) => groupRoles)
    .filter(({ group }) => groups.includes(group));
  return roles.findLast((role) => mapped.some((one) => one.role === role)) ?? null;
}

function person(name: string, groups: readonly string[], institutions: readonly InstitutionId[]): DemoPerson {
  const login = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.');
  const role = roleOf(groups);
  const names = institutions.map((id) => demoInstitutions[id].name).join(', ');
  return {
    sub: `demo-${login}`,
    name,
    email: `${login}@example.org`,
    groups,
    institutions,
    role,
    about: `${names} · ${role ?? 'in no group that has a role'}`,
  };
}

/** One for each role and institution, one who works for both, and one whose group no institution has given a role. */
export const demoPeople: readonly DemoPerson[] = [
  person('Vera Lindqvist', ['theatre-readers'], ['demo']),
  person('Emil Duval', ['theatre-readers', 'theatre-marketing'], ['demo']),
  person('Olga Brandt', ['theatre-readers', 'theatre-data'], ['demo']),
  person('Ada Moreau', ['theatre-readers', 'theatre-direction'], ['demo']),
  person('Victor Petit', ['musee-lecture'], ['second']),
  person('Élise Garnier', ['musee-communication'], ['second']),
  person('Océane Roche', ['musee-donnees'], ['second']),
  person('Agnès Colin', ['musee-direction'], ['second']),
  person('Oskar Weiss', ['theatre-data', 'musee-donnees'], ['demo', 'second']),
  person('Noor Visser', ['theatre-stage'], ['demo']),
];
