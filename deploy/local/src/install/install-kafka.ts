import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { versions } from '../versions.js';
import type { InstallDisplay } from './install-display.js';
import { installOnce } from './install-once.js';
import { runTool } from './run-tool.js';

const ownFiles = join(import.meta.dirname, '../../kafka');

/** Answers the folder with Kafka's jars. They come from Maven's registry, which needs no archive of the whole release. */
export async function installKafka(cache: string, display: InstallDisplay, signal: AbortSignal): Promise<string> {
  const folder = await installOnce({
    cache,
    server: 'kafka',
    version: versions.kafka,
    display,
    signal,
    build: async (partial, report) => {
      await copyFile(join(ownFiles, 'pom.xml'), join(partial, 'pom.xml'));
      const fetchJars = () =>
        runTool({
          command: 'mvn',
          args: [
            '-B',
            '-q',
            'dependency:copy-dependencies',
            `-Dkafka.version=${versions.kafka}`,
            '-DoutputDirectory=libs',
          ],
          cwd: partial,
          logFile: join(partial, 'maven.log'),
          whenMissing:
            'Install Maven and Java 17 (apt-get install maven openjdk-17-jre-headless), or set KAFKA_BROKERS to a Kafka that runs already.',
          signal,
        });
      await report.during('fetching jars', fetchJars);
    },
  });
  return join(folder, 'libs');
}
