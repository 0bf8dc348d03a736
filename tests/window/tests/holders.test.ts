/** One holder of a key at a computer of their own, from the invitation to the erased part; a program plays the others. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Key, startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { choose, fill } from '../flows/form';
import { Table } from '../flows/table';
import type { Language } from '../flows/tour';
import { pictures, visitor } from '../flows/visitor';

const PASSPHRASE = 'a quiet river runs past the school';
/** The window's holder is the second of three. */
const HOLDER = '2';
const SMALLEST = { width: 1024, height: 768 };
const SIZES = pictures ? [SMALLEST, { width: 1280, height: 800 }, { width: 1920, height: 1080 }] : [SMALLEST];
const LANGUAGES: Language[] = ['zh-CN', 'en'];

type Look = (screen: string, testid: string) => Promise<void>;

test.each(LANGUAGES)('a holder makes their part, counts, and erases it: %s', { timeout: 300_000 }, async (language) => {
    const found: string[] = [];
    const table = new Table(newFolder(`holder-stick-${language.toLowerCase()}`));
    const desktop = await startDesktop({ dataDir: join(newFolder(`holder-${language.toLowerCase()}`), 'data') });
    try {
        await desktop.window('secretariat');
        const look = lookAt(desktop, language, found);
        if (language === 'en') {
            await desktop.click('head-language-en');
            await desktop.waitForText('home', 'New session');
        }
        await look('holder-1-start', 'home');
        await desktop.click('home-holder');
        await look('holder-2-none', 'holder-parts');
        await joinCeremony(desktop, table, look);
        await compareHolders(desktop, table, look);
        await makeShare(desktop, table, look);
        await countBox(desktop, table, look);
        await eraseAtTheEnd(desktop, look);
    } catch (error) {
        if (pictures) await desktop.screenshot(join(pictures, 'failed.png'));
        throw error;
    } finally {
        await desktop.close();
    }
    expect(found).toEqual([]);
});

/** Waits for a screen and looks at it, in each size where pictures are asked for. */
function lookAt(desktop: Desktop, language: Language, found: string[]): Look {
    return async (screen, testid) => {
        await desktop.waitFor(testid);
        for (const size of SIZES) {
            await desktop.setSize(size.width, size.height);
            await visitor(desktop, { language, ...size }, found)(screen);
        }
    };
}

async function joinCeremony(desktop: Desktop, table: Table, look: Look): Promise<void> {
    const { file } = table.pass('invitation');
    await desktop.click('holder-join');
    await fill(desktop, 'holder-file', file);
    await desktop.press(Key.ENTER);
    await desktop.waitForText('holder-invitation', '云溪县人民代表大会');
    await choose(desktop, 'holder-name', HOLDER);
    await fill(desktop, 'holder-passphrase', 'short');
    await fill(desktop, 'holder-passphrase-again', 'short');
    await desktop.click('holder-join-act');
    await look('holder-3-short', 'holder-problem');
    await fill(desktop, 'holder-passphrase', PASSPHRASE);
    await fill(desktop, 'holder-passphrase-again', PASSPHRASE);
    await desktop.click('holder-join-act');
    await desktop.waitForText('holder-written', 'joining-2-');
    await desktop.waitForText('holder-session', '云溪县人民代表大会');
    await look('holder-4-joined', 'holder-compare');
}

/** The holder puts the part away, comes back with a wrong passphrase and the right one, and goes on where they were. */
async function compareHolders(desktop: Desktop, table: Table, look: Look): Promise<void> {
    await desktop.click('holder-leave');
    await desktop.click('holder-open-0');
    await fill(desktop, 'holder-passphrase', 'not the right sentence');
    await desktop.press(Key.ENTER);
    await look('holder-5-wrong', 'holder-problem');
    await fill(desktop, 'holder-passphrase', PASSPHRASE);
    await desktop.press(Key.ENTER);
    const { file, said } = table.pass('roster', 'joining');
    await fill(desktop, 'holder-file', file);
    await desktop.click('holder-look');
    await desktop.click('holder-read');
    const shown = await desktop.text('holder-digits');
    expect(shown.split(/\s+/).join(' ')).toBe(said);
    await look('holder-6-read', 'holder-digits');
    await desktop.click('holder-listen');
    await fill(desktop, 'holder-heard', said.replace(/^./, (digit) => (digit === '0' ? '1' : '0')));
    await desktop.click('holder-step');
    await look('holder-7-differs', 'holder-problem');
    await fill(desktop, 'holder-heard', said);
    await look('holder-8-heard', 'holder-heard-count');
    await desktop.click('holder-step');
    await desktop.waitForText('holder-written', 'contribution-2-');
    await look('holder-9-contributed', 'holder-take');
}

async function makeShare(desktop: Desktop, table: Table, look: Look): Promise<void> {
    const { file: contributions } = table.pass('contributions', 'contribution');
    await fill(desktop, 'holder-file', contributions);
    await desktop.click('holder-step');
    await desktop.waitForText('holder-written', 'shares-2-');
    // The file that was taken is taken once.
    await fill(desktop, 'holder-file', contributions);
    await desktop.click('holder-step');
    await look('holder-10-twice', 'holder-problem');
    const { file: shares } = table.pass('all-shares', 'shares');
    await fill(desktop, 'holder-file', shares);
    await desktop.click('holder-step');
    await desktop.waitForText('holder-written', 'confirmation-2-');
    await desktop.waitForText('holder-fingerprint', /^([0-9a-f]{8}\s*){8}$/);
    await look('holder-11-holding', 'holder-key');
}

async function countBox(desktop: Desktop, table: Table, look: Look): Promise<void> {
    const { file, said } = table.pass('closed-box', 'confirmation');
    await fill(desktop, 'holder-file', file);
    await desktop.click('holder-look');
    await desktop.waitForText('holder-box', '4');
    await fill(desktop, 'holder-heard', said);
    await look('holder-12-box', 'holder-box');
    await desktop.click('holder-step');
    await desktop.waitForText('holder-written', 'opening-2-');
    await look('holder-13-counted', 'holder-counted');
    expect(table.pass('totals', 'opening').said).toBe('[3, 1, 2]');
}

async function eraseAtTheEnd(desktop: Desktop, look: Look): Promise<void> {
    await desktop.click('holder-erase');
    await look('holder-14-erase', 'holder-erase-dialog');
    await desktop.click('holder-erase-confirmed');
    await desktop.click('holder-erase-confirm');
    await desktop.waitGone('holder-open-0');
    await look('holder-15-erased', 'holder-parts');
    await desktop.click('holder-back');
    await desktop.waitFor('home');
}
