// What member processes have in common: plain JavaScript on the built package, since they run outside of jest.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { event } from '@roundtrip/contracts';
import { EventsController, kafkaAccess, KafkaModule, kafkaStrategy, On } from '@roundtrip/kafka';
import { z } from 'zod';

const { TOPIC, GROUP } = process.env;
const asked = event(TOPIC, {
  says: '',
  consumers: ['targets'],
  data: z.object({ thingId: z.string() }),
  key: (d) => d.thingId,
  id: (d) => d.thingId,
});

/** Joins the group, and handles what is asked. Answers its transport. */
export async function startMember(onAsked, more = {}) {
  class Things {
    onAsked(data) {
      return onAsked(data);
    }
  }
  On(asked)(Things.prototype, 'onAsked', Object.getOwnPropertyDescriptor(Things.prototype, 'onAsked'));
  EventsController()(Things);

  class Root {}
  const settings = { service: 'targets', catalogue: [asked], ...kafkaAccess(process.env), groupId: GROUP, ...more };
  const root = { module: Root, imports: [KafkaModule.forRoot(settings)], controllers: [Things] };
  const app = await NestFactory.create(root, { logger: false });
  const strategy = kafkaStrategy(app);
  app.connectMicroservice({ strategy });
  await app.init();
  await app.startAllMicroservices();
  return strategy;
}
