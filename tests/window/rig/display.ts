/** A screen of our own, so that tests neither need nor disturb a real one. */

import { existsSync, rmSync } from 'node:fs';
import { firstLine, leash, type Leashed } from './leash';
import { until, within } from './wait';

export interface Size {
  width: number;
  height: number;
}

export interface Display {
  /** For the environment variable DISPLAY. */
  readonly name: string;
  end(): Promise<void>;
}

/** Starts Xvfb on a number of its own choice, and a window manager on it. */
export async function startDisplay(size: Size, env: NodeJS.ProcessEnv, log: string): Promise<Display> {
  const screen = `${size.width}x${size.height}x24`;
  const xvfb = leash(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'],
    env,
    log,
  );
  let manager: Leashed | undefined;
  const end = async () => {
    await manager?.end();
    await xvfb.end();
  };
  try {
    const number = await within(firstLine(xvfb), 20_000, 'Xvfb');
    manager = await startManager({ ...env, DISPLAY: `:${number}` }, log);
    return { name: `:${number}`, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Without a window manager full screen is never applied. It touches a file when
 * it manages the display; a window that opens earlier could be placed twice.
 */
async function startManager(env: NodeJS.ProcessEnv, log: string): Promise<Leashed> {
  const sign = `${log}.managed`;
  const manager = leash('openbox', ['--sm-disable', '--startup', `touch ${sign}`], env, log);
  try {
    await until(() => existsSync(sign) || undefined, 20_000, 'openbox');
    return manager;
  } catch (error) {
    await manager.end();
    throw error;
  } finally {
    rmSync(sign, { force: true });
  }
}
