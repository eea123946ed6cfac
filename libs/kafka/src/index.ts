export { createTopics, type PreparedTopics } from './create-topics.js';
export { writeAcls } from './write-acls.js';
export { untilLetIn, writeScramUsers } from './scram-users.js';
export { followTopics, type FollowOptions } from './follow-topics.js';
export { clientAccess, type KafkaAccess, kafkaAccess, type KafkaVariables, saslMechanisms } from './kafka-access.js';
export type { Delivery } from './delivery.js';
export { currentTrace, withTrace } from './delivery.js';
export { EventsController, On } from './events-controller.js';
export { EventPublisher, maxMessageBytes } from './event-publisher.js';
export { KafkaModule, kafkaStrategy } from './kafka.module.js';
export { KafkaTransport } from './kafka-transport.js';
export { KafkaProducer } from './kafka-producer.js';
export { type DeadLetter, DeadLetters, readersOf } from './dead-letters.js';
export { OperatorTopics } from './operator-topics.js';
export { ConsumerHealth, type ConsumerState } from './consumer-health.js';
export {
  KAFKA_SETTINGS,
  type DeliveryObserver,
  type KafkaOptions,
  type KafkaSettings,
  type Outcome,
} from './kafka.config.js';
export {
  DependencyAway,
  InvalidMessage,
  KafkaProblem,
  NotAcknowledged,
  PermanentFailure,
  UntrueMessage,
} from './kafka.errors.js';
export type { DeadLetterReason } from './dead-letter.js';
export { TopicFollower } from './topic-follower.js';
export { withAdmin } from './with-admin.js';
