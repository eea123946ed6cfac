import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { asyncApi, catalogue } from '@roundtrip/contracts';
import { openApi } from '@roundtrip/gateway/openapi';
import spectral from '@stoplight/spectral-core';
import { type Accepted, notAccepted } from '../src/accepted.rules.js';
import { asyncApiChanges } from '../src/changes/asyncapi-changes.rules.js';
import { openApiChanges } from '../src/changes/openapi-changes.rules.js';
import { messagesOf, newestRelease, releasedDocument, releases } from '../src/released.js';
import { openApiRuleset } from './openapi.ruleset.js';

interface Finding {
  code: string | number;
  path: (string | number)[];
  message: string;
}
/** As much of a document as is spoiled. */
interface Faulty {
  paths: Record<string, Partial<Record<'get' | 'post', FaultyOperation>>>;
  components: { schemas: Record<string, { properties: Record<string, { format?: string }> }> };
}
interface FaultyOperation {
  summary: string;
  'x-role': string;
  parameters: { description?: string }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, { headers?: unknown; content?: unknown }>;
}
const ownRules = Object.entries('rules' in openApiRuleset ? openApiRuleset.rules : {})
  .filter(([, rule]) => rule !== 'off')
  .map(([name]) => name);
const said = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, path, message }) => `${code} at ${path.join(' ')}: ${message}`);

const accepted = JSON.parse(readFileSync(new URL('../accepted-changes.json', import.meta.url), 'utf8')) as Record<
  'openapi' | 'asyncapi',
  Accepted[]
>;

describe('the AsyncAPI document', () => {
  it('is one for the parser of its makers', async () => {
    const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApi()));
    // 3.1 came with bindings and formats that nothing here needs.
    expect(said(diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version'))).toEqual([]);
    expect(document?.allChannels().all()).toHaveLength(catalogue.length);
  });

  it('breaks nothing of the last release', () => {
    expect(notAccepted(asyncApiChanges(releasedDocument('asyncapi'), asyncApi()), accepted.asyncapi)).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  const linter = new spectral.Spectral();
  const document = openApi('http://127.0.0.1:8080');
  beforeAll(() => linter.setRuleset(openApiRuleset));

  it('is one, and speaks as the rules of this interface have it', async () => {
    expect(said(await linter.run(document))).toEqual([]);
  });

  it('would be told of each fault', async () => {
    const faulty = structuredClone(document) as unknown as Faulty;
    const { get, post } = faulty.paths['/v1/api-keys']!;
    const { get: lookedUp } = faulty.paths['/v1/targets/{targetId}']!;
    post!.summary = 'no sentence';
    post!['x-role'] = 'owner';
    post!.parameters = [];
    delete post!.requestBody!.content['application/json']!.example;
    delete post!.responses['429']!.headers;
    delete post!.responses['422']!.content;
    delete get!.responses['default'];
    delete get!.responses['401'];
    get!.parameters.pop();
    delete lookedUp!.responses['404'];
    delete faulty.paths['/v1/criteria']!.get!.parameters[0]!.description;
    faulty.paths['/v1/limits_'] = {};
    faulty.components.schemas.Person!.properties = { Name: {}, seen: { format: 'date-time' } };
    const codes = (await linter.run(faulty as unknown as Record<string, unknown>)).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(ownRules));
  });

  it('breaks nothing of the last release', () => {
    expect(notAccepted(openApiChanges(releasedDocument('openapi'), document), accepted.openapi)).toEqual([]);
  });
});

describe('the messages of a release', () => {
  it('are kept of each that the changelog names as the last', () => {
    expect(releases().at(-1)).toBe(newestRelease().version);
  });

  it.each(releases().flatMap((release) => Object.keys(messagesOf(release)).map((topic) => [release, topic] as const)))(
    'of %s to %s are understood, lose nothing, and have the same key and event id as then',
    (release, topic) => {
      const definition = catalogue.find((one) => one.topic === topic);
      const messages = messagesOf(release)[topic] ?? [];
      expect(messages.length).toBeGreaterThan(0);
      for (const { key, eventId, data } of messages) {
        const read = definition?.data.parse(data);
        expect(read).toEqual(data);
        expect({ key: definition?.key(read), eventId: definition?.id(read) }).toEqual({ key, eventId });
      }
    },
  );
});
