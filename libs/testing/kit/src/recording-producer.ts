import { DependencyAway, type KafkaProducer } from '@roundtrip/kafka';

type Send = Parameters<KafkaProducer['send']>;
export type SentMessage = Send[1][number];

/** In the place of KafkaProducer: keeps what is sent, or takes nothing when it is told so. */
export class RecordingProducer implements Pick<KafkaProducer, 'send'> {
  private readonly sent: { topic: string; message: SentMessage }[] = [];
  private refusals = 0;
  /** What is said of a message before it is taken. */
  check: ((topic: string, value: string) => Promise<void>) | undefined;

  async send(topic: string, messages: SentMessage[]): Promise<void> {
    if (this.refusals > 0) {
      this.refusals -= 1;
      throw new DependencyAway(`Kafka did not take a message for ${topic}`);
    }
    for (const { value } of messages) await this.check?.(topic, String(value));
    this.sent.push(...messages.map((message) => ({ topic, message })));
  }

  messages(topic: string): SentMessage[] {
    return this.sent.filter((record) => record.topic === topic).map(({ message }) => message);
  }

  forget(): void {
    this.sent.length = 0;
  }

  /** It takes nothing for the next `sends` requests. */
  refuse(sends: number): void {
    this.refusals = sends;
  }
}
