/** Lists are imported as offices have them, and a wrong import is corrected where it is wrong. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Key, startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { createSession, handFile, handList } from '../flows/office';
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
    expect(await desktop.focused()).toBe('import-cell-0-3-0');
    await fill(desktop, 'import-cell-0-3-0', '002');
    await desktop.press(Key.ENTER);
    await desktop.waitGone('import-finding-1');
    await desktop.click('import-leave-out-0-4');
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

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** Lists as strangers send them, and what a secretary has to click, once the file is chosen, until each is imported. */
const STRANGE = [
    {
        name: 'a grid of names below headings',
        kind: 'delegates',
        file: 'import_cases/files/d01_names_grid.xlsx',
        clicks: ['import-question-list.numbers-missing@3-by-order', 'import-confirm'],
        entries: '6 名代表',
    },
    {
        name: 'two blocks side by side',
        kind: 'delegates',
        file: 'import_cases/files/d04_side_by_side.xlsx',
        clicks: ['import-confirm'],
        entries: '6 名代表',
    },
    ...(['xls', 'et', 'ods'] as const).map((ending) => ({
        name: `a roster with merged delegations and a hidden row (.${ending})`,
        kind: 'delegates',
        file: `lists/roster.${ending}`,
        clicks: ['import-question-list.hidden-rows@9-leave-out', 'import-confirm'],
        entries: '6 名代表',
    })),
    {
        name: 'an annex with units and totals',
        kind: 'candidates',
        file: 'import_cases/files/c01_usual_form.xlsx',
        clicks: ['import-confirm'],
        entries: '4 个候选项目',
    },
    {
        name: 'headings for categories',
        kind: 'candidates',
        file: 'import_cases/files/c12_category_rows.xlsx',
        clicks: ['import-confirm'],
        entries: '4 个候选项目',
    },
    ...(['xls', 'et', 'ods'] as const).map((ending) => ({
        name: `an annex with units, totals and merged categories (.${ending})`,
        kind: 'candidates',
        file: `lists/annex.${ending}`,
        clicks: ['import-confirm'],
        entries: '4 个候选项目',
    })),
].map((list) => ({ ...list, count: list.clicks.length }));

test.each(STRANGE)('$name: imported in $count clicks', async ({ kind, file, clicks, entries }) => {
    await desktop.click(`step-${kind}`);
    await handFile(desktop, kind, join(FIXTURES, file));
    for (const click of clicks) {
        await desktop.click(click);
    }
    await desktop.waitGone('import-preview');
    await desktop.waitForText('notice', entries);
});

test('what keeps a list from being imported is said, and whole columns are filled and corrected', async () => {
    await desktop.click('step-delegates');
    await handList(desktop, 'delegates', folder, '代表证号,姓名,代表团\n001,张志远,一团\n001,李䶮,1团\n003,王秀英,一团\n');
    await desktop.waitForText('import-not-yet', '1 处需要更正');
    await desktop.click('import-column-menu-2');
    await desktop.waitForText('import-correct-from', '1团');
    await fill(desktop, 'import-correct-to', '一团');
    await desktop.click('import-correct-column');
    await desktop.waitGone('import-column-dialog');
    await desktop.click('import-finding-0');
    await fill(desktop, 'import-cell-0-3-0', '002');
    await desktop.press(Key.ENTER);
    await desktop.waitFor('import-nothing-wrong');
    expect(await desktop.focused()).toBe('import-confirm');
    await desktop.click('import-discard');
    await desktop.waitGone('import-preview');
});
