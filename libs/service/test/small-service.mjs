// A service process as `main.ts` starts it: plain JavaScript on the built packages, since it runs outside of jest.
import { Inject, Module } from '@nestjs/common';
import { catalogue, targetDeleteRequested } from '@roundtrip/contracts';
import { Database } from '@roundtrip/database';
import { EventsController, On } from '@roundtrip/kafka';
import { BaseConfig, metrics, runService } from '@roundtrip/service';

class SmallEvents {
  constructor(database) {
    this.database = database;
  }
  async onTargetDeleteRequested({ targetId }) {
    if (targetId === process.env.MINE) process.send?.({ begun: targetId });
    if (targetId === process.env.MINE) await new Promise((resolve) => setTimeout(resolve, 1_500));
    // Rejects when the stores were closed before the last message was finished.
    await this.database.ping();
    metrics.lines.inc({ outcome: 'applied' }, 3);
    if (targetId === process.env.MINE) process.send?.({ done: targetId });
  }
}
Inject(Database)(SmallEvents, undefined, 0);
const handles = (definition, method) =>
  On(definition, { onDeadLetter: 'job-goes-on' })(
    SmallEvents.prototype,
    method,
    Object.getOwnPropertyDescriptor(SmallEvents.prototype, method),
  );
handles(targetDeleteRequested, 'onTargetDeleteRequested');
// A service does not start without a handler for every topic that names it as its consumer.
for (const definition of catalogue) {
  const { topic, consumers } = definition;
  if (!consumers.includes('targets') || definition === targetDeleteRequested || topic === process.env.LACKS) continue;
  SmallEvents.prototype[topic] = async () => {};
  handles(definition, topic);
}
EventsController()(SmallEvents);

class SmallModule {}
Module({ controllers: [SmallEvents] })(SmallModule);

process.on('message', (message) => {
  // A promise that nobody looks after.
  if (message === 'reject') void Promise.reject(new TypeError('anna@example.org'));
});

await runService(SmallModule, {
  name: 'targets',
  config: BaseConfig,
  ...(!process.env.WITHOUT_INTERFACE && {
    http: (app) => {
      app.getHttpAdapter().get('/hello', (_request, response) => response.send('hello'));
    },
  }),
});
process.send?.({ ready: true });
