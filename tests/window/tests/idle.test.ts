/** The kiosk when a delegate goes away: it asks, counts down, and clears itself. */

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { PIN } from '../flows/form';
import { files, slipsOn } from '../flows/paper';
import { openBallot, openPoll, pressed, settle } from '../flows/voting';

/** Seconds until the kiosk asks, and to answer: long enough for a slow machine to do in time what a delegate would do. */
const IDLE = 8;
const WARNING = 8;
const MARKED = ['approve-0', 'oppose-1', 'abstain-2'];

const dataDir = newFolder('idle');
let desktop: Desktop;
let slip = '';

beforeAll(async () => {
    desktop = await startDesktop({ dataDir, env: { PIAOJUE_KIOSK_SECONDS: `${IDLE},${WARNING}` } });
    await desktop.window('secretariat');
    await desktop.invoke('create_sample', { operator: '操作员甲', pin: PIN });
    await desktop.invoke('rehearse', { until: 'poll' });
    slip = slipsOn(files(join(dataDir, 'documents'), 'slips.pdf')[0] ?? '')[0] ?? '';
    await openPoll(desktop);
});

afterAll(() => desktop?.close());

test('the kiosk asks who is there, and going on keeps every mark', async () => {
    await openBallot(desktop, slip);
    await mark();
    const asked = await quietUntilAsked();
    expect(asked).toBeGreaterThanOrEqual((IDLE - 1) * 1000);
    const first = await secondsLeft();
    await desktop.waitForText('kiosk-idle', new RegExp(`${first - 2} 秒`));
    await settle(desktop);
    await desktop.click('kiosk-still-here');
    await desktop.waitGone('kiosk-idle');
    expect(await pressed(desktop)).toEqual(MARKED);
    // What the program holds is what the screen shows: the review comes from there.
    await settle(desktop);
    await desktop.click('kiosk-to-review');
    await desktop.waitFor('kiosk-review');
    const review = await desktop.invoke<{ marks: string[] }>('kiosk_review', {});
    expect('ok' in review && review.ok.marks.slice(0, 4)).toEqual(['approve', 'oppose', 'abstain', 'open']);
    await settle(desktop);
    await desktop.click('kiosk-give-up');
    await settle(desktop);
    await desktop.click('kiosk-give-up-confirm');
    await desktop.waitFor('kiosk-welcome');
});

test('when nobody answers, nothing of the choice is left', async () => {
    await openBallot(desktop, slip);
    await desktop.click('kiosk-size-largest');
    await desktop.click('kiosk-contrast-inverse');
    await desktop.click('kiosk-language-en');
    await mark();
    await desktop.click('kiosk-to-review');
    await desktop.waitFor('kiosk-review');
    await quietUntilAsked();
    const asked = Date.now();
    await desktop.waitFor('kiosk-welcome', (WARNING + 10) * 1000);
    expect(Date.now() - asked).toBeGreaterThanOrEqual((WARNING - 2) * 1000);
    expect(await desktop.text('kiosk-notice')).toContain('没有投票');
    expect(await leftOver()).toEqual([]);
    expect(await desktop.invoke('kiosk_review', {})).toMatchObject({ error: { code: 'desk.nobody-votes' } });
    expect(await desktop.run('return [localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, '']);
    await expectUsualSettings();
});

test('the slip stays good, and whoever comes next begins anew', async () => {
    await openBallot(desktop, slip);
    expect(await pressed(desktop)).toEqual([]);
    await expectUsualSettings();
});

async function mark(): Promise<void> {
    for (const button of MARKED) {
        await desktop.click(`kiosk-${button}`);
    }
}

/** Touches nothing until the kiosk asks; gives the milliseconds that it took. */
async function quietUntilAsked(): Promise<number> {
    const from = Date.now();
    await desktop.waitFor('kiosk-idle', (IDLE + 10) * 1000);
    return Date.now() - from;
}

async function secondsLeft(): Promise<number> {
    return Number(/(\d+) 秒/.exec(await desktop.text('kiosk-idle'))?.[1]);
}

/** Anything on the page that belongs to a ballot, its review, or a question over them. */
function leftOver(): Promise<string[]> {
    return desktop.run(
        `return [...document.querySelectorAll('[data-testid]')].map((element) => element.dataset.testid)
             .filter((id) => /^kiosk-(ballot|card|approve|oppose|abstain|review|blank|idle|left)/.test(id));`,
    );
}

async function expectUsualSettings(): Promise<void> {
    for (const usual of ['kiosk-size-default', 'kiosk-contrast-default', 'kiosk-language-zh-CN']) {
        expect(await desktop.attribute(usual, 'aria-pressed')).toBe('true');
    }
    const page = 'const { lang, dataset } = document.documentElement; return [lang, dataset.size, dataset.contrast]';
    expect(await desktop.run(page)).toEqual(['zh-CN', 'default', 'default']);
}
