/** One WebDriver session, which is one running application. */

import { createServer, type AddressInfo } from 'node:net';
import selenium, { type WebDriver } from 'selenium-webdriver';
import http, { type Client } from 'selenium-webdriver/http/index.js';
import { leash } from './leash';
import { childOfNamed } from './processes';
import { sleep, until, within } from './wait';

/** Longer than a script may take, so that the driver's own error comes first. */
const ANSWER_LIMIT = 60_000;
const SCRIPT_LIMIT = 40_000;

const DRIVER = 'WebKitWebDriver';

export interface Session {
  readonly driver: WebDriver;
  /** The application's process. */
  readonly application: number;
  end(): Promise<void>;
}

/**
 * Lets WebKitWebDriver start the application. tauri-driver would only stand in
 * between, and it races.
 */
export async function startSession(binary: string, env: NodeJS.ProcessEnv, log: string): Promise<Session> {
  const port = await freePort();
  const automated = { ...env, TAURI_AUTOMATION: 'true', TAURI_WEBVIEW_AUTOMATION: 'true' };
  const server = leash(DRIVER, [`--port=${port}`], automated, log);
  try {
    const url = `http://127.0.0.1:${port}`;
    await until(() => ready(url), 20_000, DRIVER);
    const driver = await openApplication(url, binary, server.pid);
    const application = childOfNamed(server.pid, DRIVER);
    if (application === undefined) throw new Error(`${binary} is not running`);
    // Deleting the session would leave the application running now and then.
    return { driver, application, end: () => server.end() };
  } catch (error) {
    await server.end();
    throw error;
  }
}

/** Opens the session, unless the application ends before it. */
async function openApplication(url: string, binary: string, server: number): Promise<WebDriver> {
  const opened = new AbortController();
  try {
    return await Promise.race([openDriver(url, binary), ended(server, opened.signal)]);
  } finally {
    opened.abort();
  }
}

async function openDriver(url: string, binary: string): Promise<WebDriver> {
  const capabilities = new selenium.Capabilities({
    'webkitgtk:browserOptions': { binary, args: [] },
  });
  const executor = new http.Executor(limited(new http.HttpClient(url)));
  const driver = selenium.WebDriver.createSession(executor, capabilities);
  await driver.getSession();
  await driver.manage().setTimeouts({ script: SCRIPT_LIMIT, pageLoad: SCRIPT_LIMIT });
  return driver;
}

/** Selenium waits for ever, and so does a driver whose application hangs. */
function limited(client: Client): Client {
  return { send: (request) => within(client.send(request), ANSWER_LIMIT, 'WebDriver') };
}

/**
 * Throws when the driver has had no application for some seconds: the driver
 * itself goes on waiting for one that ended at once.
 */
async function ended(server: number, opened: AbortSignal): Promise<never> {
  let seen = Date.now();
  while (Date.now() - seen < 3_000 && !opened.aborted) {
    await sleep(200);
    if (childOfNamed(server, DRIVER) !== undefined) seen = Date.now();
  }
  throw new Error('it ended at once');
}

async function ready(url: string): Promise<true | undefined> {
  const answer = await fetch(`${url}/status`, { signal: AbortSignal.timeout(5_000) });
  return answer.ok || undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
