/** What /proc says of the running programs. */

import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
  name: string;
  dead: boolean;
}

/** Reads one process; undefined when it is gone. */
function processOf(pid: number): Process | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name is in parentheses and may contain some itself.
  const nameEnd = stat.lastIndexOf(')');
  const [state, parent] = stat.slice(nameEnd + 2).split(' ');
  return {
    pid,
    parent: Number(parent),
    name: stat.slice(stat.indexOf('(') + 1, nameEnd),
    dead: state === 'Z' || state === 'X',
  };
}

function childrenOf(parent: number): Process[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map(processOf)
    .filter((found) => found !== undefined && found.parent === parent && !found.dead)
    .map((found) => found as Process);
}

/** Whether the process still runs; one that nobody has reaped does not. */
export function runs(pid: number): boolean {
  return processOf(pid)?.dead === false;
}

/**
 * The child of the named program, looked for among the descendants of `root`.
 * WebDriver does not tell the application's number, so it is found as the
 * driver's only child.
 */
export function childOfNamed(root: number, name: string): number | undefined {
  for (const child of childrenOf(root)) {
    const found = child.name === name ? childrenOf(child.pid)[0]?.pid : childOfNamed(child.pid, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The names of the running programs that were started, by whatever, with this variable in their environment. */
export function startedWith(variable: string, value: string): string[] {
  const wanted = `${variable}=${value}`;
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && environmentOf(pid).includes(wanted))
    .map(processOf)
    .filter((found) => found !== undefined && !found.dead)
    .map((found) => (found as Process).name);
}

/** The environment that a process began with; empty for one that is gone, and for those of other users. */
function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
