/** Paper ballots: handed out at check-in, read twice, compared, and counted with those of the kiosk. */

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Key, startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { PIN, consent, fill } from '../flows/form';
import { absent, beginReading, readBallot } from '../flows/paper-entry';
import { files, slipsOn } from '../flows/paper';
import { settle, vote } from '../flows/voting';

const dataDir = newFolder('paper');
const FIRST = '莫垚';
const SECOND = '黄喆';
let desktop: Desktop;

beforeAll(async () => {
    desktop = await startDesktop({ dataDir, size: { width: 1280, height: 800 } });
    await desktop.window('secretariat');
    await desktop.invoke('create_sample', { operator: '操作员甲', pin: PIN });
    await desktop.invoke('rehearse', { until: 'poll' });
    await desktop.run('location.reload()');
});

afterAll(() => desktop?.close());

test('delegates who can’t use a kiosk are handed a paper ballot', async () => {
    await desktop.click('step-check-in');
    await desktop.waitForText('check-in-paper-left', '5');
    for (const number of (await absent(desktop)).slice(0, 3)) {
        await desktop.click(`check-in-paper-${number}`);
        await desktop.waitGone(`check-in-paper-${number}`);
    }
    await desktop.waitForText('check-in-paper-left', '2');
    await desktop.click('step-poll');
    await desktop.click('poll-open');
    await consent(desktop, '龙䶮');
    await desktop.waitForText('paper-left', '3');
});

test('the first reader goes through the pile with the keyboard and corrects one', async () => {
    await desktop.click('paper-open');
    await beginReading(desktop, FIRST, 3);
    await readBallot(desktop, ['1', '1', '2']);
    expect(await desktop.attribute('paper-place-0', 'data-state')).toBe('entered');
    await readBallot(desktop, Array.from({ length: 11 }, () => '1'));
    expect(await desktop.attribute('paper-place-1', 'data-state')).toBe('void');
    expect(await desktop.text('paper-breach')).toContain('赞成 11 项，最多 10 项');
    await readBallot(desktop, [Key.ARROW_DOWN, '1', Key.ARROW_UP, '2']);
    await desktop.click('paper-place-0');
    expect(await desktop.attribute('paper-2-oppose', 'aria-pressed')).toBe('true');
    await desktop.click('paper-2-approve');
    await desktop.press(Key.ENTER);
    await desktop.click('paper-place-0');
    expect(await desktop.attribute('paper-2-approve', 'aria-pressed')).toBe('true');
    await desktop.click('paper-finish');
    await desktop.waitFor('paper-who');
});

test('the second reader is another person and sees nothing of the first reading', async () => {
    const readers = await desktop.run<string[]>(
        `return [...document.querySelectorAll('[data-testid="paper-reader"] option')].map(({ value }) => value);`,
    );
    expect(readers).not.toContain(FIRST);
    await beginReading(desktop, SECOND);
    for (const place of [0, 1, 2]) {
        expect(await desktop.attribute(`paper-place-${place}`, 'data-state')).toBe('missing');
    }
    await readBallot(desktop, ['1', '1', '1']);
    await readBallot(desktop, ['8']);
    await readBallot(desktop, [Key.ARROW_DOWN, '1', Key.ARROW_DOWN, '1']);
    await desktop.click('paper-finish');
    await desktop.waitFor('paper-differ');
});

test('locking keeps the batch, and leaving the page asks first', async () => {
    await desktop.click('head-lock');
    await fill(desktop, 'lock-pin', PIN);
    await desktop.click('lock-unlock');
    await desktop.waitGone('lock');
    await desktop.waitFor('paper-differ');
    await desktop.click('paper-back');
    await desktop.waitFor('paper-leave-dialog');
    await desktop.click('paper-leave');
    await desktop.click('paper-open');
    await desktop.waitFor('paper-differ');
});

test('differences are decided on the paper, and the batch goes into the box', async () => {
    expect(await desktop.attribute('paper-enter', 'disabled')).not.toBeNull();
    await desktop.click('paper-first-1');
    await desktop.waitFor('paper-decided-1');
    await desktop.click('paper-anew-2');
    await desktop.waitFor('paper-anew-dialog');
    await desktop.press('1', '1', Key.ENTER);
    await desktop.waitGone('paper-anew-dialog');
    // Nothing is asked for any more.
    await desktop.waitFor('paper-all-decided');
    await desktop.waitGone('paper-differ');
    await desktop.click('paper-enter');
    await desktop.waitFor('paper-enter-dialog');
    await consent(desktop, '龙䶮');
    expect(await desktop.text('paper-counts')).toContain('有效 2，废票 1');
    expect(await desktop.text('paper-result')).toContain('赞成项数过多');
    await desktop.click('paper-back');
    await desktop.waitForText('poll-cast', '3');
    await desktop.waitForText('paper-left', '0');
});

test('the count holds the ballots of the kiosk and of paper', async () => {
    const slips = slipsOn(files(join(dataDir, 'documents'), 'slips.pdf')[0] ?? '');
    await desktop.click('head-kiosk');
    await desktop.window('kiosk');
    await vote(desktop, slips[0] ?? '', { 0: 'approve' });
    await settle(desktop);
    await desktop.window('secretariat');
    await desktop.waitForText('poll-cast', '4');
    await desktop.click('poll-close');
    await desktop.click('piles-leave-out');
    await fill(desktop, 'poll-unchecked', '演练中的票签没有打印，不能逐张扫码。');
    await fill(desktop, 'poll-tray', '1');
    await fill(desktop, 'poll-tray-paper', '3');
    await consent(desktop, '龙䶮');
    await desktop.waitFor('count-card');
    const counted = await desktop.invoke('rehearse', { until: 'result' });
    expect(counted).toHaveProperty('ok');
    const result = await desktop.invoke<{ decision: { rows: { number: string; approve: number }[] } }>('result', {});
    if ('error' in result) throw new Error(JSON.stringify(result.error));
    const approvals = result.ok.decision.rows.reduce((sum, { approve }) => sum + approve, 0);
    expect(approvals, 'three on the first ballot, two on the third, one at the kiosk').toBe(6);
});
