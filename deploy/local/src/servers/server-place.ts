import type { StackPorts } from '../ports.js';
import type { Secrets } from '../secrets.js';

/** Where a node of Kafka listens: for clients and other brokers, and as a controller. */
export interface KafkaNode {
  broker: number;
  controller: number;
}

/** What a server of the stack is made from. */
export interface ServerPlace {
  home: string;
  ports: StackPorts;
  /** One, or three that are a cluster. */
  kafkaNodes: readonly KafkaNode[];
  /** Where it is installed. */
  path: string;
  secrets: Secrets;
  tls?: ServerTls;
}

/** PEM files. The stack itself has none, since all of it is on one machine: specs show by them that services reach their stores over TLS. */
export interface ServerTls {
  /** Who has signed the certificate. */
  caFile: string;
  certFile: string;
  /** Not encrypted. */
  keyFile: string;
}
