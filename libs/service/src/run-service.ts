import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ServiceName } from '@roundtrip/contracts';
import { connectDatabase, Database } from '@roundtrip/database';
import { kafkaStrategy } from '@roundtrip/kafka';
import { startTracing } from '@roundtrip/tracing';
import type { z } from 'zod';
import type { BaseConfig, baseConfig } from './base.config.js';
import type { ConfigClass } from './config-class.js';
import { watchDatabase } from './database-watch.js';
import { answers, Health } from './health.js';
import { beginAtZero, metrics } from './metrics.js';
import { addHealthRoutes } from './operational-routes.js';
import { measurePlatform } from './platform.gauges.js';
import { PlatformModule } from './platform.module.js';
import { collectProcessMetrics } from './process-metrics.js';
import { ConfigProblem, readConfig } from './read-config.js';
import { ServiceLog } from './service.log.js';
import { describeStartProblem } from './start-problem.js';
import { stopOnSignals } from './stop-on-signals.js';
import { listenForWatchers } from './watchers.server.js';

export interface ServiceOptions<S extends z.ZodObject> {
  name: ServiceName;
  config: ConfigClass<S>;
  /**
   * Before the routes are built: middleware, parsers, documents. A service without it has no public port, and is reached only by those
   * who watch it.
   */
  http?: (app: NestExpressApplication, config: z.infer<S>) => void | Promise<void>;
  /** Messages of one topic that are worked on at once, unless KAFKA_CONCURRENCY says otherwise. */
  concurrency?: number;
}

/**
 * Starts one service process: configuration, stores, health and metrics, HTTP where others reach it, Kafka; stops in order on SIGTERM. Whatever
 * prevents the start is one clear line and exit code 1; whoever started the process starts it again.
 */
export async function runService<S extends typeof baseConfig>(
  appModule: Type | DynamicModule,
  options: ServiceOptions<S>,
): Promise<void> {
  const config = readConfigOrExit(options);
  const log = new ServiceLog(options.name, config.LOG_LEVEL);
  endOnUncaught(log);
  try {
    await startTracing(options.name, config, { onProblem: () => sayUnsent(log) });
    const { app, ...ports } = await start(appModule, options, config, log);
    stopOnSignals(app, log, config.STOP_GRACE_MS);
    watchConnection(app, config, log);
    log.log({ message: 'Ready', ...ports });
  } catch (error) {
    log.error({ message: `Cannot start. ${describeStartProblem(error)}` });
    process.exit(1);
  }
}

async function start<S extends typeof baseConfig>(
  appModule: Type | DynamicModule,
  { name, http, concurrency }: ServiceOptions<S>,
  config: z.infer<S> & BaseConfig,
  log: ServiceLog,
): Promise<{ app: NestExpressApplication; metricsPort: number; port?: number }> {
  class ServiceRoot {}
  const platform = PlatformModule.forRoot(name, config, concurrency === undefined ? {} : { concurrency });
  const root: DynamicModule = { module: ServiceRoot, imports: [platform, appModule] };
  // Who takes bodies reads them: an upload must not pass through a parser.
  const app = await NestFactory.create<NestExpressApplication>(root, {
    logger: log,
    abortOnError: false,
    bodyParser: false,
  });
  app.disable('x-powered-by');
  const metricsPort = await listenForWatchers(app.get(Health), config);
  registerDefaultMetrics(name);
  measurePlatform(app.get(Health), config);
  if (http) {
    addHealthRoutes(app);
    setTimeouts(app.getHttpServer());
    await http(app, config);
  }
  app.connectMicroservice({ strategy: kafkaStrategy(app) });
  if (http) await app.listen(config.HTTP_PORT, config.HTTP_HOST);
  else await app.init();
  await app.startAllMicroservices();
  return { app, metricsPort, ...(http && { port: (app.getHttpServer().address() as AddressInfo).port }) };
}

let saidUnsentAt = -Infinity;

/** Once a minute: who collects traces may be away for days. */
function sayUnsent(log: ServiceLog): void {
  if (performance.now() - saidUnsentAt < 60_000) return;
  saidUnsentAt = performance.now();
  log.warn({ message: 'Traces cannot be sent to where OTEL_EXPORTER_OTLP_ENDPOINT says, or not all of them' });
}

function watchConnection(app: NestExpressApplication, config: BaseConfig, log: ServiceLog): void {
  const database = app.get(Database);
  const stopping = new AbortController();
  process.once('SIGTERM', () => stopping.abort());
  void watchDatabase(
    {
      // However long it takes: who only waits for a free connection is not stuck, and who is gets an error.
      answers: () =>
        database.ping().then(
          () => true,
          () => false,
        ),
      answersAnew: () => answers(async () => (await connectDatabase(config.MONGO_URL)).close()),
      onStuck: () => {
        log.error({
          message: 'The connection to the database is stuck while the database answers others: starting anew',
        });
        process.exit(1);
      },
    },
    stopping.signal,
  );
}

function setTimeouts(server: Server): void {
  // Longer than a load balancer keeps its connections.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 20_000;
  // A gigabyte over a slow line.
  server.requestTimeout = 3_600_000;
}

function registerDefaultMetrics(name: ServiceName): void {
  metrics.registry.setDefaultLabels({ service: name });
  collectProcessMetrics(metrics.registry);
  beginAtZero(name);
}

function readConfigOrExit<S extends typeof baseConfig>({ name, config }: ServiceOptions<S>): z.infer<S> & BaseConfig {
  try {
    return new config(readConfig(config.schema, process.env));
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    for (const line of error.lines) process.stderr.write(`${name} cannot start. ${line}\n`);
    return process.exit(1);
  }
}

function endOnUncaught(log: ServiceLog): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error({ message: 'A fault that nobody caught ends the process' }, error);
      process.exit(1);
    });
  }
}
