/** Programs that never outlive the tests, however these end. */

import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { type Readable } from 'node:stream';

/**
 * A shell leads the process group and reads from a pipe that only the tests
 * hold. When they end, be it by a crash, the pipe closes and the shell kills
 * the whole group, itself included; so it does when the program ends first.
 */
const LEASH = '( "$@"; kill -KILL 0 ) & read -r line; kill -KILL 0';

export interface Leashed {
  /** The shell that leads the process group. */
  readonly pid: number;
  /** What the program writes to its file descriptor 3. */
  readonly answers: Readable;
  /** Kills the whole group and waits for its end. */
  end(): Promise<void>;
}

/** Starts the program in its own process group; its output goes to `log`. */
export function leash(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  log: string,
): Leashed {
  const output = openSync(log, 'a');
  const child = spawn('/bin/sh', ['-c', LEASH, 'leash', command, ...args], {
    detached: true,
    env,
    stdio: ['pipe', output, output, 'pipe'],
  });
  closeSync(output);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('error', () => undefined);
  if (child.pid === undefined) throw new Error(`${command} did not start`);
  const pid = child.pid;
  return {
    pid,
    answers: child.stdio[3] as Readable,
    end: async () => {
      killGroup(child, pid);
      await ended;
    },
  };
}

function killGroup(leader: ChildProcess, group: number): void {
  if (leader.exitCode !== null || leader.signalCode !== null) return;
  process.kill(-group, 'SIGKILL');
}

/** The first line of a program's answers; fails when it ends before, as it does when it is not installed. */
export function firstLine({ answers }: Leashed): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    answers.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    answers.once('close', () => reject(new Error('ended before it answered')));
  });
}
