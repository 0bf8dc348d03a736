/** Cast or challenge at the kiosk: what is opened was sealed before, is not counted, and the slip votes again. */

import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Key, startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { PIN, consent, fill } from '../flows/form';
import { files, slipsOn } from '../flows/paper';
import { scan, settle } from '../flows/voting';

const folder = newFolder('challenge');
const dataDir = join(folder, 'data');
const stick = join(folder, 'stick');
let desktop: Desktop;
let slips: string[] = [];

beforeAll(async () => {
    mkdirSync(stick);
    desktop = await startDesktop({ dataDir });
    await desktop.window('secretariat');
    await desktop.invoke('create_sample', { operator: '操作员甲', pin: PIN });
    await desktop.invoke('rehearse', { until: 'poll' });
    slips = slipsOn(files(join(dataDir, 'documents'), 'slips.pdf')[0] ?? '');
    await desktop.run('location.reload()');
    await desktop.click('step-poll');
    await desktop.click('head-kiosk');
    await desktop.click('poll-open');
    await consent(desktop, '龙䶮');
    // A stick of the scrutineers: without it the kiosk offers no test.
    await desktop.click('challenge-name');
    await fill(desktop, 'challenge-folder', stick);
    await consent(desktop, '龙䶮');
    await desktop.window('kiosk');
});

afterAll(() => desktop?.close());

/** From the welcome to the review, with one approval and one opposition. */
async function toReview(slip: string): Promise<string> {
    await scan(desktop, slip);
    await desktop.waitFor('kiosk-ballot');
    return mark();
}

async function mark(): Promise<string> {
    await settle(desktop);
    await desktop.click('kiosk-approve-0');
    await desktop.click('kiosk-oppose-1');
    await desktop.click('kiosk-to-review');
    const code = await desktop.text('kiosk-review-code');
    await settle(desktop);
    return code;
}

test('the code at the review is that of the ballot that is cast', async () => {
    const code = await toReview(slips[0] ?? '');
    await desktop.click('kiosk-cast');
    expect(await desktop.text('kiosk-tracking-code')).toBe(code);
    await settle(desktop);
    await desktop.click('kiosk-done');
});

test('changing a mark forgets the sealed ballot', async () => {
    const code = await toReview(slips[1] ?? '');
    await desktop.click('kiosk-back');
    await desktop.waitFor('kiosk-ballot');
    await settle(desktop);
    await desktop.click('kiosk-approve-2');
    await desktop.click('kiosk-to-review');
    expect(await desktop.text('kiosk-review-code')).not.toBe(code);
    await settle(desktop);
    await giveUp();
});

test('digits of the delegate’s own are behind the code, and in the ballot that is cast', async () => {
    const code = await toReview(slips[1] ?? '');
    await desktop.click('kiosk-digits');
    await desktop.waitFor('kiosk-digits-dialog');
    await settle(desktop);
    for (const digit of ['0', '4', '2']) {
        await desktop.click(`kiosk-digit-${digit}`);
    }
    await desktop.click('kiosk-digits-add');
    await desktop.waitForText('kiosk-digits', '更改自选数字');
    const sealedAnew = await desktop.text('kiosk-review-code');
    expect(sealedAnew).toMatch(/-042$/);
    expect(sealedAnew.startsWith(code)).toBe(false);
    await settle(desktop);
    await giveUp();
});

test('the explanation can be left, and nothing has happened', async () => {
    const code = await toReview(slips[1] ?? '');
    await desktop.click('kiosk-challenge');
    await desktop.waitFor('kiosk-challenge-dialog');
    expect(await desktop.focused()).toBe('kiosk-challenge-back');
    await settle(desktop);
    await desktop.click('kiosk-challenge-back');
    await desktop.waitGone('kiosk-challenge-dialog');
    expect(await desktop.text('kiosk-review-code')).toBe(code);
    await settle(desktop);
    await giveUp();
});

test('an opened ballot is shown under the same code, isn’t counted, and the slip votes again', async () => {
    const code = await toReview(slips[1] ?? '');
    await desktop.click('kiosk-challenge');
    await desktop.waitFor('kiosk-challenge-dialog');
    await settle(desktop);
    await desktop.click('kiosk-challenge-confirm');
    await desktop.waitFor('kiosk-challenge-really');
    await settle(desktop);
    await desktop.click('kiosk-challenge-really');
    expect(await desktop.text('kiosk-challenged-code')).toBe(code);
    expect(await desktop.text('kiosk-challenged-1')).toContain('赞成');
    expect(await desktop.text('kiosk-challenged-2')).toContain('反对');
    expect(await desktop.text('kiosk-challenged-3')).toContain('弃权');
    expect(existsSync(join(stick, await desktop.text('kiosk-challenged-file')))).toBe(true);
    await settle(desktop);
    await desktop.click('kiosk-again');
    await desktop.waitFor('kiosk-ballot');
    expect(await desktop.attribute('kiosk-approve-0', 'aria-pressed')).toBe('false');
    const anew = await mark();
    expect(anew).not.toBe(code);
    await desktop.click('kiosk-cast');
    expect(await desktop.text('kiosk-tracking-code')).toBe(anew);
    await settle(desktop);
    await desktop.click('kiosk-done');
    await desktop.window('secretariat');
    await desktop.waitForText('poll-cast', '2');
    await desktop.window('kiosk');
});

test('the machine can be tested with the keyboard alone', async () => {
    await toReview(slips[2] ?? '');
    await press('kiosk-challenge', Key.ENTER);
    await desktop.waitFor('kiosk-challenge-dialog');
    await settle(desktop);
    await press('kiosk-challenge-confirm', Key.SPACE);
    await desktop.waitFor('kiosk-challenge-really');
    await settle(desktop);
    await press('kiosk-challenge-really', Key.SPACE);
    await desktop.waitFor('kiosk-challenged');
    await settle(desktop);
    await press('kiosk-again', Key.ENTER);
    await desktop.waitFor('kiosk-ballot');
});

test('a second computer is shown the proof as QR codes, and no file is written', async () => {
    await desktop.window('secretariat');
    await desktop.click('challenge-name');
    await fill(desktop, 'challenge-folder', stick);
    await desktop.click('challenge-codes');
    await consent(desktop, '龙䶮');
    await desktop.waitForText('challenge-stick', '二维码');
    const before = readdirSync(stick).length;
    expect(existsSync(join(stick, 'round-1.pjelection'))).toBe(true);
    await desktop.window('kiosk');
    await mark();
    await desktop.click('kiosk-challenge');
    await desktop.waitFor('kiosk-challenge-dialog');
    await settle(desktop);
    await desktop.click('kiosk-challenge-confirm');
    await desktop.waitFor('kiosk-challenge-really');
    await settle(desktop);
    await desktop.click('kiosk-challenge-really');
    await desktop.waitFor('kiosk-challenged');
    await settle(desktop);
    await desktop.click('kiosk-codes');
    await desktop.waitForText('kiosk-codes-dialog', '第 1 个二维码');
    await desktop.waitFor('kiosk-code');
    await settle(desktop);
    await desktop.click('kiosk-code-next');
    await desktop.waitForText('kiosk-codes-dialog', '第 2 个二维码');
    await desktop.click('kiosk-codes-close');
    await desktop.waitGone('kiosk-codes-dialog');
    expect(readdirSync(stick).length).toBe(before);
});

async function press(testid: string, key: string): Promise<void> {
    await desktop.run(`document.querySelector('[data-testid="' + arguments[0] + '"]').focus();`, testid);
    await desktop.press(key);
}

async function giveUp(): Promise<void> {
    await desktop.click('kiosk-give-up');
    await desktop.waitFor('kiosk-give-up-confirm');
    await settle(desktop);
    await desktop.click('kiosk-give-up-confirm');
    await desktop.waitFor('kiosk-welcome');
}
