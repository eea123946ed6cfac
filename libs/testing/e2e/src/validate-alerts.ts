// npm run validate:alerts: whether Prometheus understands the alerts of deploy/monitoring, and whether each is raised by what shall raise it. By promtool: the one that is
// there, else that of Debian's package. Ends with 1 when one is not as it must be.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputOf, packagesOf } from '@roundtrip/test-kit/packages-of';

const monitoring = fileURLToPath(new URL('../../../../deploy/monitoring', import.meta.url));

const isThere = spawnSync('promtool', ['--version']).status === 0;
const promtool = isThere ? 'promtool' : join(unpacked(), 'usr/bin/promtool');

/** @returns the folder in which Debian's package of Prometheus is unpacked, and not installed */
function unpacked(): string {
  return packagesOf('prometheus', 'debian', (folder) => {
    const download = join(folder, 'download');
    mkdirSync(download);
    const { status } = spawnSync('apt-get', ['-q', 'download', 'prometheus'], { cwd: download, stdio: 'inherit' });
    const [file] = status === 0 ? readdirSync(download) : [];
    if (file === undefined) throw new Error('There is no promtool: install Prometheus, or run this on Debian.');
    outputOf('dpkg', ['-x', join(download, file), folder]);
  });
}

const run = (...args: string[]): boolean =>
  spawnSync(promtool, args, { cwd: monitoring, stdio: 'inherit' }).status === 0;

const isSound = run('check', 'rules', 'alerts.yaml');
if (!run('test', 'rules', 'alerts.test.yaml') || !isSound) process.exitCode = 1;
