import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logFile } from '../home.js';
import { lastLine } from '../processes/last-line.js';
import { accepts } from './ready-checks.js';
import type { KafkaNode, ServerPlace, ServerTls } from './server-place.js';
import { StackError } from '../stack-error.js';
import type { ProcessSpec } from '../processes/supervised-process.js';

const javaMissing =
  'Install Java 17 or newer (apt-get install openjdk-17-jre-headless), or set KAFKA_BROKERS to a Kafka that runs already.';

/** Who may do everything: the node itself, and who makes topics, users and rights. */
export const kafkaOperator = 'roundtrip';

/** Kafka without ZooKeeper: one node, or three of one cluster. Each is broker and controller in one. */
export function kafkaServer({ home, kafkaNodes: nodes, path: libs, secrets, tls }: ServerPlace): ProcessSpec[] {
  const folder = join(home, 'kafka');
  refuseOtherCluster(folder, nodes.length);
  mkdirSync(folder, { recursive: true });
  const logging = join(import.meta.dirname, '../../kafka/log4j2.properties');
  const java = [`-Dlog4j2.configurationFile=${logging}`, '-cp', join(libs, '*')];
  const key = tls && kafkaKeyFile(folder, tls);
  return nodes.map(({ broker }, index): ProcessSpec => {
    const name = nodes.length === 1 ? 'kafka' : `kafka-${String(index + 1)}`;
    const own = nodes.length === 1 ? folder : join(folder, name);
    const data = join(own, 'data');
    const settings = join(own, 'server.properties');
    mkdirSync(own, { recursive: true });
    // The file of an older version is for everybody to read, and would stay so.
    rmSync(settings, { force: true });
    const properties = kafkaProperties(nodes, index, data, { password: secrets.kafkaPassword, ...(key && { key }) });
    writeFileSync(settings, properties, { mode: 0o600 });
    return {
      name,
      isServer: true,
      command: 'java',
      args: ['-Xmx512m', ...java, 'kafka.Kafka', settings],
      whenMissing: javaMissing,
      // The last of several cannot be let go by a controller that is gone: it would wait for minutes.
      stopGraceMs: nodes.length === 1 ? 20_000 : 8_000,
      ready: () => accepts(broker),
      readyWithinMs: 120_000,
      beforeStart: () => {
        if (existsSync(join(data, 'meta.properties'))) return;
        format(logFile(home, name), [...java, 'kafka.tools.StorageTool'], settings, clusterIdOf(folder));
      },
    };
  });
}

/**
 * A node that was alone takes no others beside it: two that are empty would outvote it, and what it knows of topics, users and offsets would
 * be gone.
 */
function refuseOtherCluster(folder: string, nodes: number): void {
  const alone = existsSync(join(folder, 'data', 'meta.properties'));
  const several = existsSync(join(folder, 'kafka-1'));
  if (nodes > 1 ? !alone : !several) return;
  const are = alone ? 'of one Kafka node' : 'of a cluster';
  const how = alone ? 'without --cluster' : 'with --cluster';
  throw new StackError(`The data in ${folder} are ${are}: start ${how}, or set ROUNDTRIP_HOME to another folder.`);
}

/** One for all nodes, made by the first that is prepared. */
function clusterIdOf(folder: string): string {
  const file = join(folder, 'cluster-id');
  if (!existsSync(file)) {
    const id = randomBytes(16);
    // A text that begins with `-` would be taken for an option.
    id[0] = (id[0] ?? 0) & 0x3f;
    writeFileSync(file, id.toString('base64url'));
  }
  return readFileSync(file, 'utf8');
}

function format(file: string, tool: string[], settings: string, clusterId: string): void {
  const log = openSync(file, 'a');
  try {
    execFileSync('java', [...tool, 'format', '-t', clusterId, '-c', settings], { stdio: ['ignore', log, log] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new StackError(`java is not installed. ${javaMissing}`);
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
 * The whole configuration of a node, as Kafka reads it. The operator signs in by PLAIN: that user stands here, so that it is there before
 * any other is, also in a data folder that an older version made. Services sign in by SCRAM; their users are kept by Kafka.
 */
export function kafkaProperties(
  nodes: readonly KafkaNode[],
  index: number,
  data: string,
  { password, key }: { password: string; key?: string },
): string {
  const user = `username="${kafkaOperator}" password="${password}" user_${kafkaOperator}="${password}"`;
  const plain = `org.apache.kafka.common.security.plain.PlainLoginModule required ${user};`;
  const broker = `127.0.0.1:${String(nodes[index]?.broker)}`;
  const controllers = nodes.map((node) => `127.0.0.1:${String(node.controller)}`);
  // One broker may be away, of three.
  const copies = nodes.length;
  const inSync = copies > 2 ? 2 : 1;
  return `process.roles=broker,controller
node.id=${String(index + 1)}
controller.quorum.voters=${controllers.map((address, at) => `${String(at + 1)}@${address}`).join(',')}
listeners=BROKER://${broker},CONTROLLER://${controllers[index] ?? ''}
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
# The defaults ask for three nodes, whatever there is.
offsets.topic.replication.factor=${String(copies)}
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=${String(copies)}
transaction.state.log.min.isr=${String(inSync)}
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=${String(copies)}
share.coordinator.state.topic.min.isr=${String(inSync)}
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
