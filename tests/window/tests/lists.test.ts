/** A wrong import is corrected where it is wrong. */

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Key, startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { createSession, handList } from '../flows/office';
import { fill } from '../flows/form';

const folder = newFolder('lists');
let desktop: Desktop;

beforeAll(async () => {
    desktop = await startDesktop({ dataDir: join(folder, 'data') });
    await desktop.window('secretariat');
    await createSession(desktop);
});

afterAll(() => desktop?.close());

test('a finding leads to its cell, which is corrected in place', async () => {
    await desktop.click('step-delegates');
    const wrong = '代表证号,姓名,代表团\n001,张志远,一团\n001,李䶮,一团\n,王秀英,二团\n';
    await handList(desktop, 'delegates', folder, wrong);
    await desktop.click('import-finding-0');
    expect(await desktop.focused()).toBe('import-cell-3-0');
    await fill(desktop, 'import-cell-3-0', '002');
    await desktop.press(Key.ENTER);
    await desktop.waitGone('import-finding-1');
    await desktop.click('import-leave-out-4');
    await desktop.waitFor('import-nothing-wrong');
    await desktop.click('import-confirm');
    // The procedure goes on to the next step by itself.
    await desktop.waitFor('candidates-import');
    await desktop.click('step-delegates');
    await desktop.waitFor('delegates-row-002');
    await desktop.waitForText('delegates-in-office', '2');
});

test('a rare character is on the screen, not a blank', async () => {
    const widths = await desktop.run<number[]>(
        `const canvas = document.createElement('canvas').getContext('2d');
         canvas.font = '40px "Noto Sans SC Variable", "Piaojue Rare"';
         return ['䶮', '㛃', '𬭚'].map((character) => canvas.measureText(character).width);`,
    );
    expect(widths.every((width) => width >= 39)).toBe(true);
});

test('what can be taken back is, and the reason is said where it cannot', async () => {
    await desktop.click('delegates-edit-002');
    await fill(desktop, 'delegate-name', '李四');
    await desktop.click('delegate-save');
    await desktop.waitForText('delegates-row-002', '李四');
    await desktop.click('head-undo');
    await desktop.waitForText('delegates-row-002', '李䶮');
});
