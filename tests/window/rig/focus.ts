/** The keyboard focus among the windows of a display. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from './wait';

const run = promisify(execFile);

/**
 * Brings that window of the process to the front whose page reports the focus.
 * WebDriver presses keys without it, but then a page fires no focus events and
 * draws no focus outline. X cannot tell which window holds which page, so each
 * is tried.
 */
export async function focusPage(
  display: string,
  pid: number,
  hasFocus: () => Promise<boolean>,
): Promise<void> {
  if (await hasFocus()) return;
  const xdotool = async (...args: string[]) => {
    const env = { ...process.env, DISPLAY: display };
    return (await run('xdotool', args, { env, timeout: 5_000 })).stdout.trim();
  };
  const tryAll = async () => {
    const windows = await xdotool('search', '--onlyvisible', '--pid', String(pid));
    for (const window of windows.split('\n')) {
      await xdotool('windowactivate', '--sync', window);
      if (await soon(hasFocus)) return true;
    }
    return undefined;
  };
  await until(tryAll, 10_000, 'the window to take the focus');
}

/** The page hears of its focus a moment after the window manager set it. */
async function soon(hasFocus: () => Promise<boolean>): Promise<boolean> {
  try {
    return await until(async () => (await hasFocus()) || undefined, 300, 'focus');
  } catch {
    return false;
  }
}
