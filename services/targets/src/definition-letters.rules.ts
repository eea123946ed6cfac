import { composed, identifierText } from '@roundtrip/fields';
import type { DefinitionRequest } from './definition.rules.js';

type Definition = DefinitionRequest['definition'];

/** A definition with its codes and names as they are stored and compared: a code typed on macOS is the same as any other. */
export function inStoredLetters(definition: Definition): Definition {
  const code = identifierText(definition.code);
  if (definition.type === 'criterion-value') return { ...definition, code, value: named(definition.value) };
  if (definition.type === 'authorisation') return { ...named(definition), code };
  return { ...named(definition), code, ...(definition.values && { values: definition.values.map(named) }) };
}

const named = <T extends { code: string; name?: string | undefined }>(thing: T): T => ({
  ...thing,
  code: identifierText(thing.code),
  ...(thing.name !== undefined && { name: composed(thing.name) }),
});
