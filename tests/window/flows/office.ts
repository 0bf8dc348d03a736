/** The secretariat's steps, done as a secretary does them. */

import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { Key, type Desktop } from '../rig';
import { OPERATOR, PIN, choose, consent, fill, hand, persons } from './form';
import { files, rowsOn } from './paper';

export const CHIEF = '监票甲';

/** A small congress: five delegates, three candidates, two seats. */
export async function createSession(desktop: Desktop): Promise<void> {
    await desktop.click('home-new');
    for (const [field, text] of [
        ['congress', '样例乡人民代表大会'],
        ['session', '第一次会议'],
        ['year', '2026'],
        ['presidium', '大会主席团'],
        ['chief', CHIEF],
        ['scrutineer-0', '监票乙'],
        ['teller-0', '计票甲'],
        ['threshold', '2'],
        ['operator', OPERATOR],
        ['pin', PIN],
        ['pin-again', PIN],
    ] as const) {
        await fill(desktop, `new-${field}`, text);
    }
    await choose(desktop, 'new-level', 'township');
    await desktop.click('new-create');
    await desktop.waitFor('shell');
}

/** Imports a list that is written into a file first. */
export async function importList(desktop: Desktop, kind: 'delegates' | 'candidates', folder: string, text: string): Promise<void> {
    await desktop.click(`step-${kind}`);
    await handList(desktop, kind, folder, text);
    await desktop.click('import-confirm');
    await desktop.waitGone('import-preview');
}

export async function handList(desktop: Desktop, kind: string, folder: string, text: string): Promise<void> {
    const path = join(folder, `${kind}.csv`);
    writeFileSync(path, text);
    await handFile(desktop, kind, path);
}

/** Hands a list's file over at its step, and waits for its preview. */
export async function handFile(desktop: Desktop, kind: string, path: string): Promise<void> {
    await desktop.waitFor(`${kind}-import`);
    await hand(desktop, `${kind}-file`, path);
    await desktop.waitFor('import-preview');
}

export const DELEGATES = `代表证号,姓名,代表团
001,张志远,一团
002,李䶮,一团
003,王秀英,一团
004,赵玥昇,二团
005,欧阳建国,二团
`;

export const CANDIDATES = `编号,项目名称,建设内容,建设地点,总投资(万元),责任单位,完成时限
1,村道路灯改造,更换路灯三百盏,各村,60,交通办,2026-12-31
2,卫生院扩建,新建门诊楼一栋,集镇,"1,234.56",卫生院,2026-12-31
3,农贸市场改造,改造摊位一百个,集镇,97.5,市场办,2026-11-30
`;

export async function setRules(desktop: Desktop, seats: number): Promise<void> {
    await desktop.click('step-rules');
    await fill(desktop, 'rules-seats', String(seats));
    await desktop.waitGone('rules-problem');
    await desktop.click('rules-save');
    await desktop.waitFor('adopt-open');
}

export async function adopt(desktop: Desktop): Promise<void> {
    await desktop.click('adopt-open');
    await desktop.click('adopt-confirm');
    await desktop.waitFor('adopt-digest');
    await desktop.click('adopt-next');
    await desktop.waitFor('ceremony-begin');
}

/** Every scrutineer sets a PIN, takes a card from the printer and reads it back. */
export async function holdCeremony(desktop: Desktop, documents: string, holders: number): Promise<string[]> {
    await desktop.click('ceremony-begin');
    for (let holder = 1; holder <= holders; holder += 1) {
        await fill(desktop, 'ceremony-pin', PIN);
        await fill(desktop, 'ceremony-pin-again', PIN);
        await desktop.click('ceremony-show');
        await desktop.waitFor('ceremony-card');
        await desktop.click('ceremony-print');
        await saveInstead(desktop, documents);
        const rows = rowsOn(latest(documents, `key-card-${holder}.pdf`));
        await desktop.click('ceremony-read-back');
        await fill(desktop, 'ceremony-typed', rows.join(' '));
        await desktop.click('ceremony-confirm');
        await desktop.waitGone('ceremony-typed');
    }
    return files(documents, '.pdf').filter((path) => path.includes('key-card')).map((path) => rowsOn(path).join(' '));
}

/** Where there is no printer, what would be printed is saved. */
async function saveInstead(desktop: Desktop, folder: string, scrutineer?: string): Promise<void> {
    await desktop.waitFor('print-none');
    if (scrutineer) await persons(desktop, scrutineer);
    await fill(desktop, 'print-folder', folder);
    await desktop.click('print-save');
    await desktop.waitFor('print-written');
    await desktop.click('print-back');
    await desktop.waitGone('print-dialog');
}

function latest(folder: string, ending: string): string {
    const found = files(folder, ending).at(-1);
    if (!found) throw new Error(`no ${ending} in ${folder}`);
    return found;
}

/** Prints the slips, seals the box, and gives the sheet with the slips. */
export async function sealBox(desktop: Desktop, documents: string, round: number): Promise<string> {
    await desktop.click('step-slips');
    await desktop.click('slips-print');
    await saveInstead(desktop, documents, CHIEF);
    await desktop.click('slips-seal');
    await consent(desktop, CHIEF);
    await desktop.waitFor('check-in-open');
    return latest(documents, `round-${round}-slips.pdf`);
}

export async function checkIn(desktop: Desktop, numbers: string[]): Promise<void> {
    await desktop.click('check-in-open');
    for (const number of numbers) {
        await desktop.click(`check-in-do-${number}`);
        await desktop.waitGone(`check-in-do-${number}`);
    }
}

export async function openPoll(desktop: Desktop): Promise<void> {
    await desktop.click('step-poll');
    await desktop.click('poll-open');
    await consent(desktop, CHIEF);
    await desktop.waitFor('poll-turnout');
}

/** Scans slips of the pile that is chosen: a scanner is a keyboard that ends with Enter, and nothing is pressed between two scans. */
export async function scanPile(desktop: Desktop, slips: string[]): Promise<void> {
    for (const slip of slips) {
        await desktop.press(...slip.replaceAll('-', ''), Key.ENTER);
    }
}

/** Scans the left-over slips, and closes the poll. */
export async function closePoll(desktop: Desktop, tray: number, leftOver: string[] = []): Promise<void> {
    await desktop.click('step-poll');
    await desktop.click('poll-close');
    await desktop.waitFor('piles-code');
    await scanPile(desktop, leftOver);
    await desktop.waitForText('piles-left-over-scanned', String(leftOver.length));
    await desktop.click('piles-next');
    await fill(desktop, 'poll-tray', String(tray));
    await consent(desktop, CHIEF);
    await desktop.waitFor('count-card');
}

export async function count(desktop: Desktop, cards: string[]): Promise<void> {
    for (const card of cards) {
        await fill(desktop, 'count-card', card);
        await desktop.click('count-present');
    }
    await desktop.waitFor('count-enough');
    await desktop.click('count-start');
    await consent(desktop, CHIEF);
    await desktop.waitFor('result-reasons');
}

/** The scrutineers and tellers have signed on paper, and the chair announces. */
export async function announce(desktop: Desktop): Promise<void> {
    await desktop.click('result-confirm');
    await desktop.run(
        `document.querySelectorAll('dialog[open] [data-testid^="result-sign-"]').forEach((box) => {
             if (!box.checked && !box.disabled) box.click();
         });`,
    );
    await consent(desktop, CHIEF);
    await desktop.click('result-announce');
    await desktop.click('result-announce-confirm');
    await desktop.waitGone('result-announce');
}
