/** A whole session in the real windows: from the import to the printed result, with a tie, a further round and a crash. */

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Key, startDesktop, until, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { OPERATOR, PIN, choose, fill } from '../flows/form';
import { CANDIDATES, DELEGATES, adopt, announce, checkIn, closePoll, count, createSession, holdCeremony, importList, openPoll, sealBox, setRules } from '../flows/office';
import { certificate, files, pdfsig, slipsOn, textOf } from '../flows/paper';
import { scan, settle, vote, type Marks } from '../flows/voting';

const folder = newFolder('session');
const dataDir = join(folder, 'data');
const documents = join(dataDir, 'documents');
const NUMBER = '样人发〔2026〕3号';
const ALL = ['001', '002', '003', '004', '005'];
let desktop: Desktop;
let cards: string[] = [];
let slips: string[] = [];

beforeAll(async () => {
    desktop = await startDesktop({ dataDir });
    await desktop.window('secretariat');
});

afterAll(() => desktop?.close());

test('the session is set up from lists', async () => {
    await createSession(desktop);
    await importList(desktop, 'delegates', folder, DELEGATES);
    await importList(desktop, 'candidates', folder, CANDIDATES);
    await setRules(desktop, 2);
    await adopt(desktop);
});

test('the keys are dealt, the slips printed, the box sealed', async () => {
    cards = await holdCeremony(desktop, documents, 2);
    expect(cards).toHaveLength(2);
    slips = slipsOn(await sealBox(desktop, documents, 1));
    expect(slips).toHaveLength(5);
});

test('the delegates check in and the poll is opened', async () => {
    await checkIn(desktop, ALL);
    await desktop.waitForText('head-present', '5');
    await openPoll(desktop);
    await desktop.click('head-screen');
    await desktop.click('head-kiosk');
});

test('five delegates vote at the kiosk', async () => {
    await desktop.window('kiosk');
    // 1: four approvals; 2 and 3: three each, for the one seat that is left.
    const ballots: Marks[] = [
        { 0: 'approve', 1: 'approve' },
        { 0: 'approve', 1: 'approve', 2: 'oppose' },
        { 0: 'approve', 2: 'approve' },
        { 0: 'approve', 2: 'approve', 1: 'abstain' },
        { 1: 'approve', 2: 'approve' },
    ];
    const codes = new Set<string>();
    for (const [place, marks] of ballots.entries()) {
        codes.add(await vote(desktop, slips[place] ?? '', marks));
    }
    expect(codes.size).toBe(5);
    await desktop.window('screen');
    await desktop.waitForText('screen-cast', '5');
});

test('the count finds a tie at the cut', async () => {
    await desktop.window('secretariat');
    await closePoll(desktop, 5);
    await count(desktop, cards);
    expect(await desktop.text('result-verdict-1')).toContain('通过');
    expect(await desktop.text('result-reasons')).toContain('再次票决');
    await desktop.window('screen');
    await desktop.waitFor('screen-counting');
    await desktop.window('secretariat');
    await announce(desktop);
});

test('a further round decides on the tied, through a crash in the middle', async () => {
    await desktop.click('result-next');
    await adopt(desktop);
    await desktop.click('ceremony-begin');
    slips = slipsOn(await sealBox(desktop, documents, 2));
    await checkIn(desktop, ALL);
    await openPoll(desktop);
    await reopenKiosk();
    await vote(desktop, slips[0] ?? '', { 0: 'approve' });
    await vote(desktop, slips[1] ?? '', { 0: 'approve' });
    await scan(desktop, slips[2] ?? '');
    await desktop.waitFor('kiosk-ballot');
    await settle(desktop);
    await desktop.click('kiosk-approve-1');
    await desktop.kill();
});

/** Counts and resumes; returns how many touches and keys it takes. */
async function resumeCounted(tray: string): Promise<number> {
    const keys = [...tray, Key.TAB, ...PIN, Key.TAB, Key.TAB, ...PIN, Key.ENTER];
    const touches = ['poll-resume', 'resume-tray'];
    for (const touch of touches) {
        await desktop.click(touch);
    }
    await desktop.press(...keys);
    return touches.length + keys.length;
}

test('after the crash the poll goes on with every ballot there', async () => {
    desktop = await startDesktop({ dataDir });
    await desktop.window('secretariat');
    const [id] = await sessionIds();
    await desktop.click(`home-open-${id}`);
    await choose(desktop, 'sign-in-person', OPERATOR);
    await fill(desktop, 'sign-in-pin', PIN);
    await desktop.click('sign-in-open');
    await desktop.waitFor('resumed');
    await desktop.click('step-poll');
    // Two ballots are in the box. Nothing says so before two people have entered what they counted.
    await desktop.waitFor('poll-interrupted');
    expect(await desktop.texts('poll-cast')).toEqual([]);
    expect(await desktop.texts('head-turnout')).toEqual([]);
    await resumeCounted('3');
    await desktop.waitFor('resume-statement');
    expect(await desktop.text('two-problem')).not.toMatch(/2/);
    await desktop.press(Key.ESCAPE);
    await desktop.waitGone('two-confirm');
    // Three more than resuming takes anyway: a touch on the field, the number, a tabulator.
    expect(await resumeCounted('2')).toBe(19);
    await desktop.waitGone('two-confirm');
    await desktop.waitForText('poll-cast', '2');
    await reopenKiosk();
    await scan(desktop, slips[0] ?? '');
    await desktop.waitFor('kiosk-refused-spent');
    await settle(desktop);
    await desktop.click('kiosk-refused-back');
    // The one who was interrupted votes with the same slip.
    await vote(desktop, slips[2] ?? '', { 1: 'approve' });
    await vote(desktop, slips[3] ?? '', { 0: 'approve' });
    await vote(desktop, slips[4] ?? '', { 1: 'oppose' });
});

test('the result is announced on the big screen', async () => {
    await desktop.window('secretariat');
    await closePoll(desktop, 5);
    await count(desktop, cards);
    expect(await desktop.text('result-verdict-2')).toContain('通过');
    await announce(desktop);
    await desktop.click('head-screen');
    await desktop.window('screen');
    await desktop.waitFor('screen-result');
    await desktop.window('secretariat');
});

test('the documents are looked at in both languages', async () => {
    await desktop.click('step-documents');
    for (const id of ['resolution', 'minutes']) {
        await desktop.click(`documents-row-${id}`);
        await choose(desktop, 'documents-language', 'zh-CN');
        const chinese = await firstPage();
        await choose(desktop, 'documents-language', 'en');
        await until(async () => (await firstPage()) !== chinese || undefined, 20_000, `${id} in English`);
    }
});

test('a text is adjusted, and all documents are saved in English', async () => {
    await desktop.click('documents-texts');
    await fill(desktop, 'documents-resolution-number', NUMBER);
    await desktop.click('documents-texts-save');
    await desktop.waitGone('documents-texts-dialog');
    await desktop.click('documents-save-all');
    const saved = join(folder, 'saved');
    await fill(desktop, 'documents-folder', saved);
    await desktop.click('documents-save-confirm');
    await desktop.waitFor('documents-written');
    // Thirteen of each round, six of the session, and the station's signatures of two results and the resolution; for Word
    // three of each round and four of the session.
    expect(files(saved, '.docx')).toHaveLength(2 * 3 + 4);
    expect(files(saved, '')).toHaveLength(2 * 13 + 6 + 3 + 2 * 3 + 4);
    expect(files(saved, '.sig.json')).toHaveLength(3);
    expect(await desktop.text('documents-written')).toContain('45');
    const resolution = textOf(join(saved, 'resolution.pdf'));
    expect(resolution).toContain('Resolution');
    expect(resolution).toContain(NUMBER);
    const announcement = textOf(join(saved, 'announcement.pdf'));
    expect(announcement).toContain('村道路灯改造');
    expect(announcement).toContain('卫生院扩建');
    expect(announcement).not.toContain('农贸市场改造');
    await desktop.press(Key.ESCAPE);
    await desktop.waitGone('documents-save-dialog');
});

test('the resolution is signed with a certificate', async () => {
    await desktop.click('documents-row-resolution');
    await desktop.click('documents-sign');
    await fill(desktop, 'documents-certificate', certificate(folder, PIN));
    await fill(desktop, 'documents-passphrase', '1');
    await fill(desktop, 'documents-sign-folder', folder);
    await desktop.click('documents-sign-confirm');
    await desktop.waitFor('documents-sign-problem');
    await fill(desktop, 'documents-passphrase', PIN);
    await desktop.click('documents-sign-confirm');
    await desktop.waitFor('documents-signed');
    expect(pdfsig(join(folder, 'resolution-signed.pdf'))).toContain('Signature is Valid');
});

/** The picture of the previewed document's first page, once it is drawn. */
function firstPage(): Promise<string> {
    const drawn = `const picture = document.querySelector('[data-testid="documents-page-1"] img');
        return picture?.naturalWidth > 0 ? picture.src : undefined;`;
    return until(async () => (await desktop.run<string | null>(drawn)) ?? undefined, 20_000, 'the first page');
}

async function reopenKiosk(): Promise<void> {
    const open = await desktop.windows();
    if (!open.includes('kiosk')) await desktop.click('head-kiosk');
    await desktop.window('kiosk');
}

async function sessionIds(): Promise<string[]> {
    const answer = await desktop.invoke<{ sessions: { id: string }[] }>('home', {});
    return 'ok' in answer ? answer.ok.sessions.map((session) => session.id) : [];
}
