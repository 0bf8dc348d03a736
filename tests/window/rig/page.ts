/** What a person could do in the window that is current, and what they see. */

import { writeFile } from 'node:fs/promises';
import axe, { type Result } from 'axe-core';
import selenium, { type WebDriver, type WebElement } from 'selenium-webdriver';
import { type Size } from './display';
import { until } from './wait';

/** How long the interface may take to show what a step needs. */
const PATIENCE = 15_000;

/** What passes by itself while a page still changes: an element that was replaced, covered, or out of sight. */
const PASSING = ['StaleElementReferenceError', 'ElementNotInteractableError', 'ElementClickInterceptedError'];

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Answer<T> = { ok: T } | { error: unknown };

const INVOKE = `
  const [command, args, done] = arguments;
  window.__TAURI_INTERNALS__.invoke(command, { request: args })
    .then((ok) => done({ ok: ok === undefined ? null : ok }), (error) => done({ error }));`;

const MEASURE = `
  return [...document.querySelectorAll(arguments[0])].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });`;

const AXE = `
  const [done] = arguments;
  axe.run(document, { resultTypes: ['violations'] })
    .then(({ violations }) => done({ violations }), (error) => done({ error: String(error) }));`;

const FOCUSED = `
  const element = document.activeElement;
  return element ? element.getAttribute('data-testid') : null;`;

export class Page {
  constructor(protected readonly driver: WebDriver) {}

  /** The element as it is now; an error when there is none. */
  find(testid: string): Promise<WebElement> {
    return this.driver.findElement(byTestid(testid));
  }

  /** Waits until the element is there and can be seen. */
  waitFor(testid: string, timeout = PATIENCE): Promise<WebElement> {
    return until(() => this.shown(testid), timeout, `${testid} to be shown`);
  }

  /** Waits until no such element can be seen. */
  async waitGone(testid: string, timeout = PATIENCE): Promise<void> {
    const gone = async () => ((await this.shown(testid)) ? undefined : true);
    await until(gone, timeout, `${testid} to go`);
  }

  /** Waits until the element's text satisfies the test, and returns it. */
  waitForText(testid: string, wanted: string | RegExp, timeout = PATIENCE): Promise<string> {
    const ask = async () => {
      const text = await (await this.find(testid)).getText();
      const fits = typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
      if (!fits) throw new Error(`it reads "${text}"`);
      return text;
    };
    return until(ask, timeout, `${testid} to read ${wanted}`);
  }

  /** Clicks once it is enabled: WebDriver passes over a disabled button in silence. */
  async click(testid: string): Promise<void> {
    await this.act(testid, (element) => element.click());
  }

  /** Types behind what the field holds already. */
  async type(testid: string, text: string): Promise<void> {
    await this.act(testid, (element) => element.sendKeys(text));
  }

  async clear(testid: string): Promise<void> {
    await this.act(testid, (element) => element.clear());
  }

  /**
   * Presses keys where the focus is, one argument after another; the keys of
   * one argument together, as in `press(Key.SHIFT + Key.TAB)`.
   */
  async press(...chords: string[]): Promise<void> {
    const actions = this.driver.actions();
    for (const keys of chords.map((chord) => [...chord])) {
      keys.forEach((key) => actions.keyDown(key));
      keys.reverse().forEach((key) => actions.keyUp(key));
    }
    await actions.perform();
  }

  /** The data-testid of the element that has the focus. */
  focused(): Promise<string | null> {
    return this.driver.executeScript(FOCUSED);
  }

  /** The text as it is rendered. */
  text(testid: string): Promise<string> {
    const ask = async () => (await this.shown(testid))?.getText();
    return until(ask, PATIENCE, `${testid} to be shown`);
  }

  /** The texts of all elements of that name, in the document's order. */
  async texts(testid: string): Promise<string[]> {
    const elements = await this.driver.findElements(byTestid(testid));
    return Promise.all(elements.map((element) => element.getText()));
  }

  async attribute(testid: string, name: string): Promise<string | null> {
    return (await this.find(testid)).getAttribute(name);
  }

  /** Where all elements of that name are, in CSS pixels of the window. */
  measure(testid: string): Promise<Box[]> {
    return this.driver.executeScript(MEASURE, selector(testid));
  }

  /** Calls a command as this window's own scripts would, with its permissions. */
  invoke<T = unknown>(command: string, args: unknown = null): Promise<Answer<T>> {
    return this.driver.executeAsyncScript(INVOKE, command, args);
  }

  /** Runs a function body in the page; it sees `arguments`. */
  run<T>(script: string, ...args: unknown[]): Promise<T> {
    return this.driver.executeScript(script, ...args);
  }

  /** Runs a function body in the page that calls its last argument with the answer. */
  runAsync<T>(script: string, ...args: unknown[]): Promise<T> {
    return this.driver.executeAsyncScript(script, ...args);
  }

  /** Saves what the window shows as PNG. */
  async screenshot(path: string): Promise<void> {
    await writeFile(path, await this.driver.takeScreenshot(), 'base64');
  }

  /**
   * Gives the page this size. A window that the application put into full
   * screen keeps the display's: for that, start with another `size`.
   */
  async setSize(width: number, height: number): Promise<void> {
    await this.driver.manage().window().setRect({ x: 0, y: 0, width, height });
    const fits = async () => {
      const size = await this.size();
      if (size.width === width && size.height === height) return true;
      throw new Error(`it is ${size.width} by ${size.height}`);
    };
    await until(fits, PATIENCE, `a page of ${width} by ${height}`);
  }

  /** The size of the page, without the window's frame. */
  size(): Promise<Size> {
    return this.driver.executeScript('return { width: innerWidth, height: innerHeight }');
  }

  /** Looks for barriers that a machine can find. */
  async axe(): Promise<Result[]> {
    const there = await this.run<boolean>('return typeof axe !== "undefined"');
    if (!there) await this.run(axe.source);
    const found = await this.driver.executeAsyncScript<{ violations: Result[] } | { error: string }>(AXE);
    if ('error' in found) throw new Error(found.error);
    return found.violations;
  }

  private async shown(testid: string): Promise<WebElement | undefined> {
    const [element] = await this.driver.findElements(byTestid(testid));
    return element && (await element.isDisplayed()) ? element : undefined;
  }

  /** An act that fails because the page is changing is tried again; a replaced element counts as the new one. */
  private async act(testid: string, action: (element: WebElement) => Promise<void>): Promise<void> {
    const ask = async () => {
      try {
        const element = await this.usable(testid);
        // The driver scrolls only until an edge is in sight, which a bar at the edge may cover.
        await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
        await action(element);
        return { done: true };
      } catch (error) {
        if (error instanceof Error && PASSING.includes(error.name)) return undefined;
        return { error };
      }
    };
    const outcome = await until(ask, PATIENCE, `${testid} to hold still`);
    if ('error' in outcome) throw outcome.error;
  }

  private usable(testid: string): Promise<WebElement> {
    const ask = async () => {
      const element = await this.shown(testid);
      return element && (await element.isEnabled()) ? element : undefined;
    };
    return until(ask, PATIENCE, `${testid} to be usable`);
  }
}

function selector(testid: string): string {
  return `[data-testid="${testid}"]`;
}

function byTestid(testid: string): unknown {
  return selenium.By.css(selector(testid));
}
