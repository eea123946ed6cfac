// A member process that has nothing to do and counts what wakes it: plain JavaScript on the built package, since jest has timers of its own.
import 'reflect-metadata';
import { createHook } from 'node:async_hooks';
import { NestFactory } from '@nestjs/core';
import { event } from '@roundtrip/contracts';
import { EventsController, KafkaModule, kafkaStrategy, On } from '@roundtrip/kafka';
import { z } from 'zod';

const { TOPIC, GROUP, BROKERS, FETCHES } = process.env;
const asked = event(TOPIC, {
  says: '',
  consumers: ['targets'],
  data: z.object({ thingId: z.string() }),
  key: (d) => d.thingId,
  id: (d) => d.thingId,
});

class Things {
  async onAsked() {}
}
On(asked)(Things.prototype, 'onAsked', Object.getOwnPropertyDescriptor(Things.prototype, 'onAsked'));
EventsController()(Things);

const timers = new Set();
let fired = 0;
createHook({
  init: (id, type) => type === 'Timeout' && timers.add(id),
  before: (id) => timers.has(id) && (fired += 1),
  destroy: (id) => timers.delete(id),
}).enable();

class Root {}
const settings = { service: 'targets', brokers: [BROKERS], groupId: GROUP };
const root = { module: Root, imports: [KafkaModule.forRoot(settings)], controllers: [Things] };
const app = await NestFactory.create(root, { logger: false });
const strategy = kafkaStrategy(app);
app.connectMicroservice({ strategy });
await app.init();
await app.startAllMicroservices();

const { consumer } = strategy;
let fetches = 0;
consumer.on(consumer.events.FETCH, () => {
  // The first were begun while the process started.
  if (fetches === 2) fired = 0;
  fetches += 1;
  if (fetches === 2 + Number(FETCHES)) process.send({ fired });
});
