import { topicTable } from './topic-table.js';

/** The text of this package's README.md, from the catalogue. */
export const readme = (): string => `# @roundtrip/contracts

Every topic and its schema: the only thing that services share about each other. It depends on zod and nothing else.

_This file is generated: \`npm run readme -w @roundtrip/contracts\` writes it, and a test fails when it is stale._

## Topics

\`<service that says it>.<what happened>.v<N>\`. The key in the second column is what the order matters for.

${topicTable()}

## A message

The value is business data as JSON. The machinery fills the headers \`event-id\` (derived from the data, so that repeats can be dropped), \`correlation-id\`,
\`causation-id\`, \`occurred-at\` and \`producer\`. A dead letter has besides these \`origin-topic\`, \`origin-partition\`, \`origin-offset\`, \`reason-code\`, \`reason\`
and \`set-aside-at\`; its value is the one that came, byte for byte.

Beside these every message is a [CloudEvent](https://cloudevents.io) in Kafka's binary mode, for readers that are not ours: \`ce_id\` is the \`event-id\`, so that a repeat has
the same, \`ce_source\` is \`/roundtrip/<service>\`, \`ce_type\` is \`roundtrip.<topic>\`, \`ce_time\` is \`occurred-at\`, \`ce_subject\` is the template, the import or the request that
it is about, and \`content-type\` is JSON. Our services ask for none of them: older messages have none.

Messages carry ids, versions, codes, counts and object keys: never lines of a file, a rule, a name, an address or the words of a person. What
is wanted, by whom and of whom stands in the document that the id names; the reader takes it from there, and a message that contradicts its
document, or has none, is a dead letter.

## Changing a topic

- Unknown fields are stripped, not rejected. A new optional field keeps the version.
- Anything else is a new topic, \`….v2\`, beside the old one until nobody reads that any more.
- \`fixtures/<topic>.json\` holds messages as they were really sent, with their keys and event ids. Entries are added, never edited, and a test
  parses them all.

## Adding a topic

1. \`event('service.what-happened.v1', { … })\` in the events file of the service that says it. The catalogue, AsyncAPI, the creation of topics
   and this table follow by themselves.
2. A fixture, and \`npm run readme -w @roundtrip/contracts\`.
3. A method with \`@On(whatHappened)\` in an events controller of each service that the definition names as a consumer.
`;
