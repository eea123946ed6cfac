import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLine } from '../processes/last-line.js';
import { isAlive, processIdentity, type ProcessIdentity } from '../processes/process-identity.js';
import { StackError } from '../stack-error.js';
import { followLines } from './follow-lines.js';

export interface Tool {
  command: string;
  args: string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Both output streams go here: the terminal shows progress, the file shows why something failed. */
  logFile: string;
  /** What to do when the command is not on this machine. */
  whenMissing: string;
  signal: AbortSignal;
  /** Gets each line that the tool writes, a little later, and all of them before the run is over. */
  onLine?: (line: string) => void;
}

/** Runs a build tool to its end. Throws a StackError with the remedy when it is missing or fails. */
export async function runTool(tool: Tool): Promise<void> {
  tool.signal.throwIfAborted();
  const log = await open(tool.logFile, 'w');
  const lines = tool.onLine && followLines(tool.logFile, tool.onLine);
  try {
    await new Promise<void>((resolve, reject) => {
      // A process group of its own: build tools start children, and all of them must go when the install is cancelled.
      const child = spawn(tool.command, tool.args, {
        cwd: tool.cwd,
        env: tool.env ?? process.env,
        stdio: ['ignore', log.fd, log.fd],
        detached: true,
      });
      if (child.pid !== undefined) noteRunning(tool.logFile, child.pid);
      const cancel = () => {
        if (child.pid !== undefined) killGroup(child.pid);
      };
      tool.signal.addEventListener('abort', cancel, { once: true });
      // While the log was being opened nobody listened.
      if (tool.signal.aborted) cancel();
      child.once('error', (error: NodeJS.ErrnoException) => {
        reject(
          error.code === 'ENOENT' ? new StackError(`${tool.command} is not installed. ${tool.whenMissing}`) : error,
        );
      });
      child.once('exit', (code, signal) => {
        tool.signal.removeEventListener('abort', cancel);
        if (tool.signal.aborted) reject(new StackError('The installation was cancelled; the next start continues it.'));
        else if (code === 0) resolve();
        else {
          const how = signal === null ? `code ${String(code)}` : signal;
          reject(
            new StackError(
              `${tool.command} ${tool.args[0] ?? ''} ended with ${how}: ${lastLine(tool.logFile)} (all of it in ${tool.logFile})`,
            ),
          );
        }
      });
    });
  } finally {
    lines?.end();
    rmSync(`${tool.logFile}${running}`, { force: true });
    await log.close();
  }
}

/** Beside the log of a tool while it runs. */
const running = '.running';

function noteRunning(logFile: string, pid: number): void {
  const identity = processIdentity(pid);
  if (identity) writeFileSync(`${logFile}${running}`, JSON.stringify(identity));
}

/** Ends the tools that write their logs into the folder: who started them was killed, and has left them at work. */
export function endLeftTools(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(running))) {
    const identity = JSON.parse(readFileSync(join(folder, name), 'utf8')) as ProcessIdentity;
    if (isAlive(identity)) killGroup(identity.pid);
    rmSync(join(folder, name), { force: true });
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it ended by itself in the meantime
  }
}
