/** The application as a whole: its windows, its process, its end. */

import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBus } from './bus';
import { startDisplay, type Size } from './display';
import { focusPage } from './focus';
import { languageEnv, type Language } from './language';
import { Page } from './page';
import { runs } from './processes';
import { startSession, type Session } from './session';
import { until } from './wait';

export type Label = 'secretariat' | 'kiosk' | 'screen';

export interface Options {
  /** The program; without it PIAOJUE_BINARY, or else what cargo built. */
  binary?: string;
  /** The folder that the application keeps its data in; never removed here. */
  dataDir: string;
  /** More of the environment; a variable set to undefined is removed. */
  env?: NodeJS.ProcessEnv;
  /** Chinese, unless something else is asked for. */
  language?: Language;
  /** The size of the whole display. */
  size?: Size;
}

const BUILT = fileURLToPath(new URL('../../../target/debug/piaojue-automated', import.meta.url));
const FULL_HD: Size = { width: 1920, height: 1080 };
const LABEL = 'return window.__TAURI_INTERNALS__?.metadata.currentWindow.label ?? null';
const HAS_FOCUS = 'return document.hasFocus()';

type Ending = () => Promise<unknown>;

/** Starts the application on a display of its own and waits for its first window. */
export async function startDesktop(options: Options): Promise<Desktop> {
  const binary = options.binary ?? process.env.PIAOJUE_BINARY ?? BUILT;
  if (!existsSync(binary)) throw new Error(`${binary} does not exist: build it first`);
  const scratch = mkdtempSync(join(tmpdir(), 'piaojue-window-'));
  const log = join(scratch, 'log');
  const endings: Ending[] = [() => rm(scratch, { recursive: true, force: true })];
  try {
    const surroundings = environment(options, scratch);
    const bus = await startBus(surroundings, log);
    endings.unshift(bus.end);
    const env = { ...surroundings, DBUS_SESSION_BUS_ADDRESS: bus.address };
    const display = await startDisplay(options.size ?? FULL_HD, env, log);
    endings.unshift(display.end);
    const session = await startSession(binary, { ...env, DISPLAY: display.name }, log);
    endings.unshift(session.end);
    return new Desktop(session, display.name, log, endings);
  } catch (error) {
    const said = read(log);
    await endAll(endings);
    throw new Error(`the application did not start: ${String(error)}\n${said}`, { cause: error });
  }
}

/**
 * Nothing of the person who runs the tests reaches the application, and what
 * WebKit itself stores is new each time: the data folder alone must suffice.
 */
function environment(options: Options, scratch: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    WAYLAND_DISPLAY: undefined,
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
    XDG_DATA_HOME: join(scratch, 'share'),
    XDG_CACHE_HOME: join(scratch, 'cache'),
    XDG_CONFIG_HOME: join(scratch, 'config'),
    PIAOJUE_DATA: options.dataDir,
    ...languageEnv(options.language ?? 'zh-CN'),
    ...options.env,
  };
}

export class Desktop extends Page {
  private readonly handles = new Map<string, string>();
  private current: string | undefined;
  private lastLog: string | undefined;

  constructor(
    private readonly session: Session,
    /** For tools that look at the display from outside, such as xdotool. */
    readonly display: string,
    private readonly logFile: string,
    private readonly endings: Ending[],
  ) {
    super(session.driver);
  }

  /** The application's process number. */
  get pid(): number {
    return this.session.application;
  }

  /** Makes the window the one that all steps apply to, once it is open, and focuses it. */
  async window(label: Label, timeout = 20_000): Promise<void> {
    const handle = await until(async () => (await this.open()).get(label), timeout, `window ${label}`);
    await this.driver.switchTo().window(handle);
    this.current = handle;
    await focusPage(this.display, this.pid, () => this.run(HAS_FOCUS));
  }

  /** The labels of the windows that are open, in the alphabet's order. */
  async windows(): Promise<string[]> {
    const open = await this.open();
    const stays = [...open.values()].find((handle) => handle === this.current);
    if (stays !== undefined) await this.driver.switchTo().window(stays);
    return [...open.keys()].sort();
  }

  /** What the application and its helpers wrote to their outputs. */
  log(): string {
    return this.lastLog ?? read(this.logFile);
  }

  /** Ends the application as a power cut would, with nothing tidied up. */
  async kill(): Promise<void> {
    process.kill(this.pid, 'SIGKILL');
    await this.exited();
    await this.close();
  }

  /** Waits until the application has ended by itself. */
  async exited(timeout = 20_000): Promise<void> {
    await until(() => (runs(this.pid) ? undefined : true), timeout, 'the application to end');
  }

  /** Ends everything that was started. May be called again. */
  async close(): Promise<void> {
    this.lastLog ??= read(this.logFile);
    await endAll(this.endings);
  }

  /** WebDriver lists windows in no order and without labels: each page is asked. */
  private async open(): Promise<Map<string, string>> {
    const open = new Map<string, string>();
    for (const handle of await this.driver.getAllWindowHandles()) {
      const label = this.handles.get(handle) ?? (await this.ask(handle));
      if (label === undefined) continue;
      this.handles.set(handle, label);
      open.set(label, handle);
    }
    return open;
  }

  /** The window's label; undefined while its page loads and when it just closed. */
  private async ask(handle: string): Promise<string | undefined> {
    try {
      await this.driver.switchTo().window(handle);
      return (await this.run<string | null>(LABEL)) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

/** Takes the endings off the list, so that each happens once. */
async function endAll(endings: Ending[]): Promise<void> {
  for (const end of endings.splice(0)) await end();
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
