/** Lists as offices have them, in their preview: in the smallest window that a secretary has, nothing keeps anybody out. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { DELEGATES, createSession, handFile, importList } from '../flows/office';
import { pictures, visitor, type Walk } from '../flows/visitor';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
const SMALLEST = { width: 1024, height: 768 };
const LARGE = { width: 1920, height: 1080 };
const SHORT: Walk[] = [{ language: 'zh-CN', ...SMALLEST }, { language: 'en', ...SMALLEST }];
const WHOLE: Walk[] = [...SHORT, { language: 'zh-CN', ...LARGE }, { language: 'en', ...LARGE }];

/** Previews, and what is clicked before each is looked at. */
const PREVIEWS = [
    { name: 'grid', kind: 'delegates', file: 'import_cases/files/d01_names_grid.xlsx', clicks: [] },
    { name: 'good', kind: 'delegates', file: 'import_cases/files/d26_unicode_text.csv', clicks: [] },
    { name: 'hidden', kind: 'delegates', file: 'lists/roster.xls', clicks: [] },
    { name: 'spellings', kind: 'delegates', file: 'import_cases/files/d56_delegation_spellings.xlsx', clicks: [] },
    { name: 'lost', kind: 'delegates', file: 'import_cases/files/d12_question_mark.csv', clicks: [] },
    { name: 'sheets', kind: 'delegates', file: 'import_cases/files/d50_two_years.xlsx', clicks: [] },
    {
        name: 'all-sheets',
        kind: 'delegates',
        file: 'import_cases/files/d50_two_years.xlsx',
        clicks: ['import-question-list.several-sheets-all'],
    },
    { name: 'web-page', kind: 'delegates', file: 'import_cases/files/d32_html.xls', clicks: [] },
    { name: 'annex', kind: 'candidates', file: 'import_cases/files/c01_usual_form.xlsx', clicks: [] },
    { name: 'amounts', kind: 'candidates', file: 'import_cases/files/c05_amounts_in_words.xlsx', clicks: [] },
] as const;

async function look(desktop: Desktop, walk: Walk, found: string[]): Promise<void> {
    const visit = visitor(desktop, walk, found);
    for (const { name, kind, file, clicks } of PREVIEWS) {
        await desktop.click(`step-${kind}`);
        await handFile(desktop, kind, join(FIXTURES, file));
        for (const click of clicks) {
            await desktop.click(click);
        }
        await visit(`list-${name}`);
        await desktop.click('import-discard');
        await desktop.waitGone('import-preview');
    }
}

test.each(pictures ? WHOLE : SHORT)('previews of lists in $language at $width × $height', async (walk) => {
    const desktop = await startDesktop({ dataDir: newFolder('list-previews'), size: walk });
    const found: string[] = [];
    try {
        await desktop.window('secretariat');
        await desktop.waitFor('home');
        if (walk.language === 'en') {
            await desktop.click('head-language-en');
            await desktop.waitForText('home', 'New session');
        }
        await createSession(desktop);
        // Candidates come after delegates.
        await importList(desktop, 'delegates', newFolder('list-previews-roster'), DELEGATES);
        await look(desktop, walk, found);
    } finally {
        await desktop.close();
    }
    expect(found).toEqual([]);
});
