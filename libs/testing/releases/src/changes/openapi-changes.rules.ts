import { isObject, type Json, listIn, objectIn, SchemaChanges } from './schema-changes.rules.js';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** From those whom anybody can be to those whom few are; `none`: no credential is asked for. */
const roles = ['none', 'any', 'viewer', 'editor', 'operator', 'admin'];

/**
 * What a client that was written for a release can no longer do: what it sends is refused, or what it reads is not there. An answer
 * may get new properties, and a problem new codes; a client has to bear both.
 *
 * @param before the OpenAPI document of the release @param after the one of today
 * @returns a line for each breaking change
 */
export function openApiChanges(before: Json, after: Json): string[] {
  const changes = new SchemaChanges(before, after);
  const [were, are] = [operationsOf(before), operationsOf(after)];
  for (const [name, was] of were) {
    const is = are.get(name);
    if (is === undefined) changes.note(`${name}: is gone`);
    else compareOperation(changes, name, was, is);
  }
  return changes.breaking();
}

const operationsOf = (document: Json): Map<string, Json> =>
  new Map(
    Object.entries(objectIn(document, 'paths')).flatMap(([path, item]) =>
      methods.flatMap((method): [string, Json][] => {
        const operation = isObject(item) ? item[method] : undefined;
        return isObject(operation) ? [[`${method.toUpperCase()} ${path}`, operation]] : [];
      }),
    ),
  );

function compareOperation(changes: SchemaChanges, name: string, was: Json, is: Json): void {
  const [wasCalled, isCalled] = [was['operationId'], is['operationId']];
  if (wasCalled !== isCalled) changes.note(`${name}: operationId was ${String(wasCalled)}, is ${String(isCalled)}`);
  const [wasFor, isFor] = [String(was['x-role']), String(is['x-role'])];
  if (roles.indexOf(isFor) > roles.indexOf(wasFor)) changes.note(`${name}: was for ${wasFor}, is for ${isFor}`);
  compareParameters(changes, name, was, is);
  compareRequestBodies(changes, name, was, is);
  compareAnswers(changes, name, was, is);
}

function compareParameters(changes: SchemaChanges, name: string, was: Json, is: Json): void {
  const [were, are] = [parametersOf(was), parametersOf(is)];
  for (const [parameter, old] of were) {
    const place = `${name}, ${parameter}`;
    const now = are.get(parameter);
    if (now === undefined) changes.note(`${place}: is gone`);
    else changes.compare(old['schema'], now['schema'], place, ['writer']);
  }
  for (const [parameter, now] of are)
    if (now['required'] === true && were.get(parameter)?.['required'] !== true)
      changes.note(`${name}, ${parameter}: is required`);
}

const parametersOf = (operation: Json): Map<string, Json> =>
  new Map(
    listIn(operation, 'parameters')
      .filter(isObject)
      .map((parameter) => [`${String(parameter['in'])} parameter ${String(parameter['name'])}`, parameter]),
  );

function compareRequestBodies(changes: SchemaChanges, name: string, was: Json, is: Json): void {
  const [old, now] = [objectIn(was, 'requestBody'), objectIn(is, 'requestBody')];
  if (now['required'] === true && old['required'] !== true) changes.note(`${name}, body: is required`);
  const [were, are] = [objectIn(old, 'content'), objectIn(now, 'content')];
  for (const type of Object.keys(were)) {
    if (type in are)
      changes.compare(objectIn(were, type)['schema'], objectIn(are, type)['schema'], `${name}, body`, ['writer']);
    else changes.note(`${name}, body: ${type} is gone`);
  }
}

/** Of those that are no problem; problems have one shape for all. */
function compareAnswers(changes: SchemaChanges, name: string, was: Json, is: Json): void {
  const [were, are] = [objectIn(was, 'responses'), objectIn(is, 'responses')];
  for (const status of Object.keys(were)) {
    const place = `${name}, answer ${status}`;
    const isGood = /^[23]/.test(status);
    if (!(status in are)) {
      if (isGood) changes.note(`${place}: is gone`);
      continue;
    }
    const [old, now] = [objectIn(were, status), objectIn(are, status)];
    for (const header of Object.keys(objectIn(old, 'headers')))
      if (!(header in objectIn(now, 'headers'))) changes.note(`${place}: the header ${header} is gone`);
    const [oldTypes, types] = [objectIn(old, 'content'), objectIn(now, 'content')];
    for (const type of Object.keys(oldTypes)) {
      if (type in types)
        changes.compare(objectIn(oldTypes, type)['schema'], objectIn(types, type)['schema'], place, ['reader']);
      else changes.note(`${place}: ${type} is gone`);
    }
  }
}
