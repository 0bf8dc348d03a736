/** The piles of slips before the close: nothing is pressed between two scans, and a used slip among the left-over ones is found. */

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Key, startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { consent, fill, persons } from '../flows/form';
import { CANDIDATES, CHIEF, DELEGATES, adopt, checkIn, createSession, holdCeremony, importList, openPoll, scanPile, sealBox, setRules } from '../flows/office';
import { slipsOn } from '../flows/paper';
import { vote } from '../flows/voting';

const folder = newFolder('piles');
const documents = join(folder, 'data', 'documents');
/** Characters of a slip's code, and the scanner's own Enter. */
const KEYS_OF_A_SCAN = 17;
let desktop: Desktop;
let slips: string[] = [];

beforeAll(async () => {
    desktop = await startDesktop({ dataDir: join(folder, 'data') });
    await desktop.window('secretariat');
    await createSession(desktop);
    await importList(desktop, 'delegates', folder, DELEGATES);
    await importList(desktop, 'candidates', folder, CANDIDATES);
    await setRules(desktop, 2);
    await adopt(desktop);
    await holdCeremony(desktop, documents, 2);
    slips = slipsOn(await sealBox(desktop, documents, 1));
    // Four of five come, and so one slip is left over.
    await checkIn(desktop, ['001', '002', '003', '004']);
    await openPoll(desktop);
    await desktop.click('head-kiosk');
    await desktop.window('kiosk');
    // Three vote with slips that they drew, and somebody with the one that nobody did.
    for (const slip of [slips[0], slips[1], slips[2], slips[4]]) {
        await vote(desktop, slip ?? '', { 0: 'approve' });
    }
    await desktop.window('secretariat');
});

afterAll(() => desktop?.close());

test('three scans of the tray take the keys of their codes and no other', async () => {
    await desktop.click('poll-close');
    await desktop.click('piles-choose-tray');
    await desktop.run(
        `window.pressed = { keys: 0, touches: 0 };
         addEventListener('keydown', () => { window.pressed.keys += 1; }, true);
         addEventListener('pointerdown', () => { window.pressed.touches += 1; }, true);`,
    );
    await scanPile(desktop, slips.slice(0, 3));
    await desktop.waitForText('piles-tray-scanned', '3');
    expect(await desktop.run('return window.pressed')).toEqual({ keys: 3 * KEYS_OF_A_SCAN, touches: 0 });
});

test('a used slip among the left-over ones is found by its last four characters, and keeps the poll open', async () => {
    await desktop.click('piles-choose-left-over');
    await scanPile(desktop, [slips[4] ?? '']);
    await desktop.waitForText('piles-left-over-scanned', '1');
    const misfit = await desktop.text('piles-left-over-misfit');
    const code = (slips[4] ?? '').replaceAll('-', '');
    expect(misfit).toContain(code.slice(-4));
    expect(misfit).not.toContain(code.slice(0, 4));
    await desktop.click('piles-next');
    await fill(desktop, 'poll-tray', '4');
    await persons(desktop, CHIEF);
    await desktop.click('two-confirm');
    await desktop.waitFor('two-problem');
    await desktop.press(Key.ESCAPE);
    await desktop.waitGone('two-confirm');
});

test('two persons cancel it, and the poll is closed', async () => {
    await desktop.click('piles-decide');
    await fill(desktop, 'piles-annul-code', slips[4] ?? '');
    await fill(desktop, 'piles-reason', '剩余票签中有一张已经投出选票，无人领取，作废。');
    await consent(desktop, CHIEF);
    await desktop.waitGone('piles-left-over-misfit');
    await desktop.click('piles-next');
    await fill(desktop, 'poll-tray', '3');
    await consent(desktop, CHIEF);
    await desktop.waitFor('count-card');
});
