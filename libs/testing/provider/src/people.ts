/** Somebody whom the provider knows. */
export interface Person {
  /** Does not change, and belongs to nobody else, ever. */
  sub: string;
  name: string;
  email: string;
  groups: readonly string[];
  /** institutionIds. Of one the claim is a text, of several a list, of none it is missing. */
  institutions: readonly string[];
  /** What the page of the provider says beside the name; the institutions and groups if absent. */
  about?: string;
  /** Beyond, or instead of, what follows from the above. */
  claims?: Readonly<Record<string, unknown>>;
}

/** How this provider calls what others call otherwise. */
export interface ClaimNames {
  institution: string;
  roles: string;
}

/** All that a token may say of a person. */
export function claimsOf(person: Person, names: ClaimNames): Record<string, unknown> {
  const { sub, name, email, groups, institutions } = person;
  const institution = institutions.length === 1 ? institutions[0] : institutions;
  return {
    sub,
    name,
    preferred_username: email,
    email,
    email_verified: true,
    [names.roles]: groups,
    ...(institutions.length > 0 && { [names.institution]: institution }),
    ...person.claims,
  };
}
