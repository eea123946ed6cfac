// A member process that a test can kill: plain JavaScript on the built package, since it runs outside of jest.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { event } from '@roundtrip/contracts';
import { EventsController, KafkaModule, kafkaStrategy, On } from '@roundtrip/kafka';
import { z } from 'zod';

const { TOPIC, GROUP, BROKERS, TAKES_MS } = process.env;
const asked = event(TOPIC, {
  says: '',
  consumers: ['targets'],
  data: z.object({ thingId: z.string() }),
  key: (d) => d.thingId,
  id: (d) => d.thingId,
});

class Things {
  async onAsked({ thingId }) {
    process.send({ begun: thingId });
    await new Promise((resolve) => setTimeout(resolve, Number(TAKES_MS)));
    process.send({ done: thingId });
  }
}
On(asked)(Things.prototype, 'onAsked', Object.getOwnPropertyDescriptor(Things.prototype, 'onAsked'));
EventsController()(Things);

class Root {}
const settings = { service: 'targets', brokers: [BROKERS], groupId: GROUP, sessionTimeoutMs: 6_000 };
const root = { module: Root, imports: [KafkaModule.forRoot(settings)], controllers: [Things] };
const app = await NestFactory.create(root, { logger: false });
app.connectMicroservice({ strategy: kafkaStrategy(app) });
await app.init();
await app.startAllMicroservices();
process.send({ joined: true });
