/** The kiosk: what it refuses, what it forgets, how large it is. */

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Key, startDesktop, until, type Box, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { PIN } from '../flows/form';
import { files, slipsOn } from '../flows/paper';
import { openBallot, openPoll, scan, settle, vote } from '../flows/voting';

const dataDir = newFolder('kiosk');
/** Pixels of a millimetre on the screen that the sizes are made for: 21.5 inches, 1920 × 1080. */
const PIXELS = 4.04;
let desktop: Desktop;
let slips: string[] = [];

beforeAll(async () => {
    desktop = await startDesktop({ dataDir });
    await desktop.window('secretariat');
    await desktop.invoke('create_sample', { operator: '操作员甲', pin: PIN });
    await desktop.invoke('rehearse', { until: 'poll' });
    slips = slipsOn(files(join(dataDir, 'documents'), 'slips.pdf')[0] ?? '');
    await openPoll(desktop);
});

afterAll(() => desktop?.close());

const next = (() => {
    let used = 0;
    return () => slips[used++] ?? '';
})();

test('a slip is typed on the screen as well as scanned', async () => {
    const code = next();
    await desktop.waitFor('kiosk-welcome');
    await settle(desktop);
    for (const character of code.replaceAll('-', '')) {
        await desktop.click(`kiosk-key-${character}`);
    }
    await desktop.click('kiosk-submit-code');
    await desktop.waitFor('kiosk-ballot');
    await giveUp();
});

test('each refused slip has its own sentence', async () => {
    const spent = next();
    await vote(desktop, spent, { 0: 'approve' });
    const wrong = `${spent.slice(0, -1)}${spent.endsWith('2') ? '3' : '2'}`;
    const texts: string[] = [];
    for (const [code, reason] of [[spent, 'spent'], [wrong, 'mistyped']] as const) {
        await scan(desktop, code);
        texts.push(await desktop.text(`kiosk-refused-${reason}`));
        await settle(desktop);
        await desktop.click('kiosk-refused-back');
    }
    expect(texts[0]).toContain('已经投过票');
    expect(new Set(texts).size).toBe(2);
});

test('one too many is refused, and nothing is unselected', async () => {
    await openBallot(desktop, next());
    for (let place = 0; place < 10; place += 1) {
        await desktop.click(`kiosk-approve-${place}`);
    }
    expect(await desktop.text('kiosk-left-0')).toMatch(/0/);
    await desktop.click('kiosk-approve-10');
    await desktop.waitFor('kiosk-too-many');
    await settle(desktop);
    await desktop.click('kiosk-too-many-close');
    for (let place = 0; place < 10; place += 1) {
        expect(await desktop.attribute(`kiosk-approve-${place}`, 'aria-pressed')).toBe('true');
    }
    expect(await desktop.attribute('kiosk-approve-10', 'aria-pressed')).toBe('false');
    await settle(desktop);
    await giveUp();
});

test('a touch that ends elsewhere marks nothing', async () => {
    await openBallot(desktop, next());
    await desktop.run(
        `const on = (id, type) => document.querySelector('[data-testid="' + id + '"]')
             .dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary: true, pointerId: 1 }));
         on('kiosk-approve-0', 'pointerdown');
         on('kiosk-approve-1', 'pointerup');`,
    );
    expect(await desktop.attribute('kiosk-approve-0', 'aria-pressed')).toBe('false');
    expect(await desktop.attribute('kiosk-approve-1', 'aria-pressed')).toBe('false');
    await giveUp();
});

test('the whole ballot is cast with the keyboard alone', async () => {
    await openBallot(desktop, next());
    await press('kiosk-approve-0', Key.SPACE);
    expect(await desktop.attribute('kiosk-approve-0', 'aria-pressed')).toBe('true');
    await press('kiosk-to-review', Key.ENTER);
    await desktop.waitFor('kiosk-review');
    expect(await desktop.focused()).toBe('kiosk-back');
    await settle(desktop);
    await press('kiosk-cast', Key.ENTER);
    await desktop.waitFor('kiosk-thanks');
    await settle(desktop);
    // Time enough to write the tracking code down by hand.
    expect(Number(/\d+/.exec(await desktop.text('kiosk-countdown'))?.[0])).toBeGreaterThan(20);
    await desktop.click('kiosk-done');
    await desktop.waitFor('kiosk-welcome');
});

test('the next delegate finds the usual size, contrast and language', async () => {
    await openBallot(desktop, next());
    await desktop.click('kiosk-size-largest');
    await desktop.click('kiosk-contrast-high');
    await desktop.click('kiosk-language-en');
    await desktop.click('kiosk-approve-0');
    await giveUp();
    for (const usual of ['kiosk-size-default', 'kiosk-contrast-default', 'kiosk-language-zh-CN']) {
        expect(await desktop.attribute(usual, 'aria-pressed')).toBe('true');
    }
    expect(await desktop.run('return document.documentElement.lang')).toBe('zh-CN');
});

test('targets and text have the sizes that norms ask for', async () => {
    await openBallot(desktop, next());
    const targets = (await Promise.all(['approve', 'oppose', 'abstain'].map((mark) => desktop.measure(`kiosk-${mark}-0`)))).flat();
    for (const target of targets) {
        expect(target.height).toBeGreaterThanOrEqual(20 * PIXELS - 0.5);
        expect(target.width).toBeGreaterThanOrEqual(20 * PIXELS - 0.5);
    }
    expect(gaps(targets).every((gap) => gap >= 4 * PIXELS - 0.5)).toBe(true);
    const buttons: Box[] = (await Promise.all(['kiosk-to-review', 'kiosk-give-up'].map((id) => desktop.measure(id)))).flat();
    for (const button of buttons) {
        expect(button.height).toBeGreaterThanOrEqual(12.7 * PIXELS);
    }
    const sizes: Record<string, number> = {};
    for (const size of ['small', 'default', 'large', 'largest']) {
        await desktop.click(`kiosk-size-${size}`);
        sizes[size] = await desktop.run(
            `const card = document.querySelector('[data-testid="kiosk-card-0"]');
             return Math.max(...[...card.querySelectorAll('*')].map((part) => parseFloat(getComputedStyle(part).fontSize)));`,
        );
    }
    // An em on the glass in millimetres.
    expect(sizes.small).toBeGreaterThanOrEqual(7 * PIXELS - 1);
    expect(sizes.default).toBeGreaterThanOrEqual(9 * PIXELS - 1);
    expect(sizes.large).toBeGreaterThanOrEqual(12 * PIXELS - 1);
    expect(sizes.largest).toBeGreaterThanOrEqual(15 * PIXELS - 1);
    const sideways = await desktop.run('return document.documentElement.scrollWidth > innerWidth');
    expect(sideways).toBe(false);
    await giveUp();
});

test('a vote goes into the sealed box and nowhere else', async () => {
    const before = contents(dataDir);
    await vote(desktop, next(), { 3: 'approve', 4: 'oppose' });
    const changed = [...contents(dataDir)].filter(([path, hash]) => before.get(path) !== hash);
    expect(changed.map(([path]) => path.slice(path.lastIndexOf('/') + 1))).toEqual(['session.db']);
    const kept = await desktop.run(
        'return [localStorage.length, sessionStorage.length, document.cookie, location.search + location.hash]',
    );
    expect(kept).toEqual([0, 0, '', '']);
});

test('many wrong codes lock the kiosk until an operator comes', async () => {
    for (let wrong = 0; wrong < 5; wrong += 1) {
        await desktop.waitFor('kiosk-welcome');
        await settle(desktop);
        await desktop.press('A', 'B', Key.ENTER);
        if (wrong < 4) {
            await desktop.waitFor('kiosk-refused-mistyped');
            await settle(desktop);
            await desktop.click('kiosk-refused-back');
        }
    }
    await desktop.waitFor('kiosk-locked');
    await settle(desktop);
    await typePin();
    await desktop.waitFor('kiosk-welcome');
});

test('leaving needs an operator', async () => {
    await settle(desktop);
    await desktop.click('kiosk-leave');
    await desktop.waitFor('kiosk-leave-dialog');
    await settle(desktop);
    await typePin();
    await desktop.window('secretariat');
    const isClosed = async () => !(await desktop.windows()).includes('kiosk');
    await until(async () => (await isClosed()) || undefined, 10_000, 'the kiosk closed');
});

async function giveUp(): Promise<void> {
    await settle(desktop);
    await desktop.click('kiosk-give-up');
    await desktop.waitFor('kiosk-give-up-confirm');
    await settle(desktop);
    await desktop.click('kiosk-give-up-confirm');
    await desktop.waitFor('kiosk-welcome');
}

async function press(testid: string, key: string): Promise<void> {
    await desktop.run(`document.querySelector('[data-testid="' + arguments[0] + '"]').focus()`, testid);
    await desktop.press(key);
}

async function typePin(): Promise<void> {
    for (const digit of PIN) {
        await desktop.click(`kiosk-pin-${digit}`);
    }
    await desktop.click('kiosk-pin-enter');
}

/** What lies between neighbours in a row. */
function gaps(boxes: Box[]): number[] {
    const row = [...boxes].sort((a, b) => a.x - b.x);
    return row.slice(1).map((box, place) => box.x - ((row[place]?.x ?? 0) + (row[place]?.width ?? 0)));
}

/** Every file of a folder with a hash of what it holds. */
function contents(folder: string): Map<string, string> {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const paths = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
    return new Map(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]));
}
