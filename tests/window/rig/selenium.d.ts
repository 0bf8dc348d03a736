/** The part of selenium-webdriver that the rig uses; the package has no types. */

declare module 'selenium-webdriver' {
  export interface WebElement {
    click(): Promise<void>;
    clear(): Promise<void>;
    sendKeys(...keys: string[]): Promise<void>;
    getText(): Promise<string>;
    getAttribute(name: string): Promise<string | null>;
    isDisplayed(): Promise<boolean>;
    isEnabled(): Promise<boolean>;
  }

  export interface Actions {
    keyDown(key: string): Actions;
    keyUp(key: string): Actions;
    perform(): Promise<void>;
  }

  export interface Rect {
    x: number;
    y: number;
    width: number;
    height: number;
  }

  export interface WebDriver {
    getSession(): Promise<unknown>;
    getAllWindowHandles(): Promise<string[]>;
    switchTo(): { window(handle: string): Promise<void> };
    manage(): {
      window(): { setRect(rect: Partial<Rect>): Promise<Rect> };
      setTimeouts(timeouts: { script?: number; pageLoad?: number; implicit?: number }): Promise<void>;
    };
    findElement(by: unknown): Promise<WebElement>;
    findElements(by: unknown): Promise<WebElement[]>;
    actions(): Actions;
    takeScreenshot(): Promise<string>;
    executeScript<T>(script: string, ...args: unknown[]): Promise<T>;
    executeAsyncScript<T>(script: string, ...args: unknown[]): Promise<T>;
  }

  type KeyName =
    | 'TAB' | 'ENTER' | 'ESCAPE' | 'SPACE' | 'BACK_SPACE' | 'DELETE'
    | 'SHIFT' | 'CONTROL' | 'ALT'
    | 'ARROW_UP' | 'ARROW_DOWN' | 'ARROW_LEFT' | 'ARROW_RIGHT'
    | 'HOME' | 'END' | 'PAGE_UP' | 'PAGE_DOWN'
    | 'F1' | 'F5' | 'F11';

  export type Keys = Readonly<Record<KeyName, string>>;

  export class Capabilities {
    constructor(values: Record<string, unknown>);
  }

  const selenium: {
    By: { css(selector: string): unknown };
    Key: Keys;
    Capabilities: typeof Capabilities;
    WebDriver: { createSession(executor: unknown, capabilities: Capabilities): WebDriver };
  };
  export default selenium;
}

declare module 'selenium-webdriver/http/index.js' {
  export interface Client {
    send(request: unknown): Promise<unknown>;
  }

  const http: {
    HttpClient: new (url: string) => Client;
    Executor: new (client: Client) => unknown;
  };
  export default http;
}
