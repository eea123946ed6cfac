import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logFile } from '../home.js';
import { lastLine } from '../processes/last-line.js';
import type { StackPorts } from '../ports.js';
import { accepts } from './ready-checks.js';
import type { ServerPlace, ServerTls } from './server-place.js';
import { StackError } from '../stack-error.js';
import type { ProcessSpec } from '../processes/supervised-process.js';

const javaMissing =
  'Install Java 17 or newer (apt-get install openjdk-17-jre-headless), or set KAFKA_BROKERS to a Kafka that runs already.';

/** Who may do everything: the node itself, and who makes topics, users and rights. */
export const kafkaOperator = 'roundtrip';

/** One Kafka node that is broker and controller in one, without ZooKeeper. */
export function kafkaServer({ home, ports, path: libs, secrets, tls }: ServerPlace): ProcessSpec[] {
  const folder = join(home, 'kafka');
  const data = join(folder, 'data');
  const settings = join(folder, 'server.properties');
  const logging = join(import.meta.dirname, '../../kafka/log4j2.properties');
  const java = [`-Dlog4j2.configurationFile=${logging}`, '-cp', join(libs, '*')];
  mkdirSync(folder, { recursive: true });
  const key = tls && kafkaKeyFile(folder, tls);
  // The file of an older version is for everybody to read, and would stay so.
  rmSync(settings, { force: true });
  const properties = kafkaProperties(ports, data, { password: secrets.kafkaPassword, ...(key && { key }) });
  writeFileSync(settings, properties, { mode: 0o600 });
  return [
    {
      name: 'kafka',
      isServer: true,
      command: 'java',
      args: ['-Xmx512m', ...java, 'kafka.Kafka', settings],
      whenMissing: javaMissing,
      stopGraceMs: 20_000,
      ready: () => accepts(ports.kafka),
      readyWithinMs: 120_000,
      beforeStart: () => {
        if (!existsSync(join(data, 'meta.properties'))) format(home, [...java, 'kafka.tools.StorageTool'], settings);
      },
    },
  ];
}

function format(home: string, tool: string[], settings: string): void {
  const id = randomBytes(16);
  // A text that begins with `-` would be taken for an option.
  id[0] = (id[0] ?? 0) & 0x3f;
  const clusterId = id.toString('base64url');
  const log = openSync(logFile(home, 'kafka'), 'a');
  try {
    execFileSync('java', [...tool, 'format', '-t', clusterId, '-c', settings], { stdio: ['ignore', log, log] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new StackError(`java is not installed. ${javaMissing}`);
    const file = logFile(home, 'kafka');
    if (readFileSync(file, 'utf8').includes('UnsupportedClassVersionError')) {
      throw new StackError(`The java of this machine is too old. ${javaMissing}`);
    }
    throw new StackError(`Kafka's data folder could not be prepared: ${lastLine(file)} (see ${file}).`);
  } finally {
    closeSync(log);
  }
}

/** Kafka wants key and certificate in one file. */
function kafkaKeyFile(folder: string, { keyFile, certFile }: ServerTls): string {
  const file = join(folder, 'key.pem');
  writeFileSync(file, readFileSync(keyFile, 'utf8') + readFileSync(certFile, 'utf8'), { mode: 0o600 });
  return file;
}

/**
 * The whole configuration of the node, as Kafka reads it. The operator signs in by PLAIN: that user stands here, so that it is there before
 * any other is, also in a data folder that an older version made. Services sign in by SCRAM; their users are kept by Kafka.
 */
export function kafkaProperties(
  ports: StackPorts,
  data: string,
  { password, key }: { password: string; key?: string },
): string {
  const user = `username="${kafkaOperator}" password="${password}" user_${kafkaOperator}="${password}"`;
  const plain = `org.apache.kafka.common.security.plain.PlainLoginModule required ${user};`;
  const broker = `127.0.0.1:${String(ports.kafka)}`;
  const controller = `127.0.0.1:${String(ports.kafkaController)}`;
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@${controller}
listeners=BROKER://${broker},CONTROLLER://${controller}
advertised.listeners=BROKER://${broker}
listener.security.protocol.map=BROKER:${key ? 'SASL_SSL' : 'SASL_PLAINTEXT'},CONTROLLER:SASL_PLAINTEXT
inter.broker.listener.name=BROKER
controller.listener.names=CONTROLLER
sasl.mechanism.inter.broker.protocol=PLAIN
sasl.mechanism.controller.protocol=PLAIN
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.controller.plain.sasl.jaas.config=${plain}
listener.name.broker.sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
listener.name.broker.plain.sasl.jaas.config=${plain}
listener.name.broker.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
# Who may do what is written by create-topics; what is not written there nobody may do.
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:${kafkaOperator}
log.dirs=${data}
# Topics come from the catalogue in libs/contracts; a misspelt one must fail.
auto.create.topics.enable=false
# The defaults ask for three nodes.
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
log.cleaner.dedupe.buffer.size=16777216
${key ? tlsProperties(key) : ''}`;
}

const tlsProperties = (key: string): string => `ssl.keystore.type=PEM
ssl.keystore.location=${key}
# The node speaks to itself by the same listener.
ssl.truststore.type=PEM
ssl.truststore.location=${key}
`;
