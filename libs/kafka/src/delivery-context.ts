import { BaseRpcContext } from '@nestjs/microservices';
import type { EventDefinition } from '@roundtrip/contracts';
import type { EachMessagePayload } from 'kafkajs';
import type { DeadLetterHook } from './dead-letter.js';
import type { Delivery } from './delivery.js';

/** What `On` says about a handler. */
export interface HandledEvent {
  definition: EventDefinition;
  onDeadLetter?: DeadLetterHook<object, EventDefinition>;
}

/** What Nest passes on beside the value of a message: to the interceptor, and its delivery to the handler. */
export class DeliveryContext extends BaseRpcContext<[EachMessagePayload, Delivery, HandledEvent, AbortSignal]> {
  /** Bytes as they came. */
  get payload(): EachMessagePayload {
    return this.args[0];
  }

  get delivery(): Delivery {
    return this.args[1];
  }

  get event(): HandledEvent {
    return this.args[2];
  }

  /** Fires when the process begins to stop: start nothing, wait for nothing. The delivery's own signal fires later. */
  get stopping(): AbortSignal {
    return this.args[3];
  }
}
