/** A screen of our own, so that tests neither need nor disturb a real one. */

import { existsSync, rmSync } from 'node:fs';
import { type Readable } from 'node:stream';
import { leash, type Leashed } from './leash';
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
    const number = await within(firstLine(xvfb.answers), 20_000, 'Xvfb');
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

/** Fails when the stream ends first, as it does when Xvfb is not installed. */
function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    stream.once('close', () => reject(new Error('ended before it named its display')));
  });
}
