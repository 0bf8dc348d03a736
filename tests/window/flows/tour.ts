/** A walk through every screen, in the order of a session's day. */

import { join } from 'node:path';
import { Key, type Desktop } from '../rig';
import { newFolder } from './folder';
import { PIN, consent, fill } from './form';
import { CANDIDATES, handList } from './office';
import { absent } from './paper-entry';
import { files, slipsOn } from './paper';
import { checkRecord, sampleRecord } from './records';
import { challenge } from './tour-challenge';
import { tourOfPaper } from './tour-paper';
import { scan, settle } from './voting';

export type Language = 'zh-CN' | 'en';
/** Called at every screen with its name. */
export type Visit = (screen: string) => Promise<void>;

const CHIEF = '龙䶮';
const WRONG = `代表证号,姓名,代表团
001,张志远,一团
001,李䶮,一团
,王秀英,二团
004,赵玥昇,二团
`;

/** Walks through all screens of the three windows. */
export async function tour(desktop: Desktop, language: Language, dataDir: string, visit: Visit): Promise<void> {
    const documents = join(dataDir, 'documents');
    await desktop.window('secretariat');
    await startPage(desktop, language, visit);
    await preparation(desktop, language, visit);
    await sealing(desktop, visit);
    await hall(desktop, language, documents, visit);
    await afterThePoll(desktop, visit);
}

async function startPage(desktop: Desktop, language: Language, visit: Visit): Promise<void> {
    await desktop.waitFor('home');
    if (language === 'en') {
        await desktop.click('head-language-en');
        await desktop.waitForText('home', 'New session');
    }
    await visit('home-empty');
    await desktop.click('home-new');
    await desktop.waitFor('new');
    await visit('new-session');
    await desktop.click('new-back');
    for (const way of ['import', 'restore'] as const) {
        await desktop.click(`home-${way}`);
        await desktop.waitFor(`${way}-dialog`);
        await visit(`home-${way}`);
        await desktop.press(Key.ESCAPE);
        await desktop.waitGone(`${way}-dialog`);
    }
    await records(desktop, visit);
    await desktop.click('home-sample');
    await desktop.waitFor('sample-dialog');
    await visit('home-sample');
    await fill(desktop, 'sample-pin', PIN);
    await desktop.click('sample-create');
    await desktop.waitFor('shell');
}

/** Brings an element into sight. */
async function show(desktop: Desktop, testid: string): Promise<void> {
    await desktop.run(`document.querySelector('[data-testid=${testid}]').scrollIntoView({ block: 'center' })`);
}

/** A record that holds, and one that doesn't. */
async function records(desktop: Desktop, visit: Visit): Promise<void> {
    const record = sampleRecord(newFolder('tour-record'));
    await desktop.click('home-verify');
    await desktop.waitFor('verify-file');
    await visit('verify');
    await checkRecord(desktop, record.path);
    await visit('verify-holds');
    await show(desktop, 'verify-compare');
    await visit('verify-compare');
    await fill(desktop, 'verify-code', record.ballot.code.toLowerCase());
    await desktop.click('verify-find');
    await desktop.waitFor('verify-found');
    await show(desktop, 'verify-found');
    await visit('verify-found');
    await desktop.click('verify-another');
    await checkRecord(desktop, record.altered);
    await visit('verify-fails');
    await desktop.click('verify-chapter-8');
    await show(desktop, 'verify-checks');
    await visit('verify-checks');
    await desktop.click('verify-back');
    await desktop.waitFor('home');
}

async function preparation(desktop: Desktop, language: Language, visit: Visit): Promise<void> {
    if (language === 'en') {
        await speakEnglishOnPaper(desktop);
    }
    for (const step of ['session', 'delegates', 'candidates', 'rules', 'adopt']) {
        await desktop.click(`step-${step}`);
        await calm();
        await visit(step);
    }
    const folder = newFolder('tour');
    await desktop.click('step-delegates');
    await handList(desktop, 'delegates', folder, WRONG);
    await visit('import-wrong');
    await desktop.click('import-discard');
    await desktop.click('step-candidates');
    await handList(desktop, 'candidates', folder, CANDIDATES);
    await visit('import-right');
    await desktop.click('import-discard');
    await desktop.waitGone('import-preview');
}

/** The big screen and the documents speak the session's language. */
async function speakEnglishOnPaper(desktop: Desktop): Promise<void> {
    const answer = await desktop.invoke<{ profile: object }>('session', {});
    if ('ok' in answer) {
        await desktop.invoke('change_profile', { profile: { ...answer.ok.profile, language: 'en' } });
    }
    await reload(desktop);
}

async function sealing(desktop: Desktop, visit: Visit): Promise<void> {
    await desktop.click('step-adopt');
    await desktop.click('adopt-open');
    await desktop.waitFor('adopt-dialog');
    await visit('adopt-dialog');
    await desktop.click('adopt-confirm');
    await desktop.waitFor('adopt-digest');
    await visit('adopted');
    await desktop.click('adopt-next');
    await desktop.waitFor('ceremony-begin');
    await visit('ceremony');
    await desktop.click('ceremony-begin');
    await desktop.waitFor('ceremony-show');
    await visit('ceremony-covered');
    await fill(desktop, 'ceremony-pin', PIN);
    await fill(desktop, 'ceremony-pin-again', PIN);
    await desktop.click('ceremony-show');
    await desktop.waitFor('ceremony-card');
    await visit('ceremony-card');
    await desktop.click('ceremony-read-back');
    await desktop.waitFor('ceremony-typed');
    await visit('ceremony-read-back');
    await desktop.click('ceremony-show-again');
    await desktop.waitFor('ceremony-show-again-dialog');
    await visit('ceremony-show-again');
    await desktop.press(Key.ESCAPE);
    await desktop.waitGone('ceremony-show-again-dialog');
    await desktop.invoke('abandon_ceremony', {});
    await rehearse(desktop, 'check-in');
    await desktop.click('step-slips');
    await visit('slips-sealed');
    await desktop.click('step-check-in');
    await visit('check-in-before');
}

async function hall(desktop: Desktop, language: Language, documents: string, visit: Visit): Promise<void> {
    await desktop.click('head-screen');
    await desktop.window('screen');
    await desktop.waitFor('screen-candidates');
    await visit('screen-candidates');
    await desktop.window('secretariat');
    await rehearse(desktop, 'poll');
    await desktop.click('step-check-in');
    await desktop.waitFor('check-in-search');
    await visit('check-in');
    for (const number of await absent(desktop)) {
        await desktop.click(`check-in-paper-${number}`);
        await desktop.waitGone(`check-in-paper-${number}`);
    }
    await visit('check-in-paper');
    await desktop.click('step-poll');
    await desktop.waitFor('poll-check-quorum');
    await visit('poll-readiness');
    await desktop.window('screen');
    await desktop.waitFor('screen-check-in');
    await visit('screen-check-in');
    await desktop.window('secretariat');
    await desktop.click('head-kiosk');
    await desktop.window('kiosk');
    await desktop.waitFor('kiosk-not-open');
    await visit('kiosk-not-open');
    await desktop.window('secretariat');
    await desktop.click('poll-open');
    await desktop.waitFor('two-confirm');
    await visit('two-persons');
    await consent(desktop, CHIEF);
    await desktop.waitFor('poll-turnout');
    await visit('poll-open');
    await desktop.click('challenge-name');
    await fill(desktop, 'challenge-folder', newFolder('tour-stick'));
    await visit('challenge-stick');
    await consent(desktop, CHIEF);
    await kiosk(desktop, language, slipsOn(files(documents, 'slips.pdf')[0] ?? ''), visit);
    await desktop.window('screen');
    await desktop.waitFor('screen-polling');
    await visit('screen-polling');
}

async function kiosk(desktop: Desktop, language: Language, slips: string[], visit: Visit): Promise<void> {
    await desktop.window('kiosk');
    await enter(desktop, language, visit);
    await scan(desktop, slips[0] ?? '');
    await desktop.waitFor('kiosk-ballot');
    await settle(desktop);
    await desktop.click('kiosk-approve-0');
    await desktop.click('kiosk-oppose-1');
    await visit('kiosk-ballot');
    for (let place = 2; place < 11; place += 1) {
        await desktop.click(`kiosk-approve-${place}`);
    }
    await desktop.click('kiosk-approve-11');
    await desktop.waitFor('kiosk-too-many');
    await visit('kiosk-too-many');
    await settle(desktop);
    await desktop.click('kiosk-too-many-close');
    await settle(desktop);
    await desktop.click('kiosk-to-review');
    await desktop.waitFor('kiosk-review');
    await tellsWhatIsBelow(desktop);
    await visit('kiosk-review');
    await challenge(desktop, visit);
    await desktop.click('kiosk-approve-0');
    await desktop.click('kiosk-to-review');
    await desktop.waitFor('kiosk-review');
    await settle(desktop);
    await desktop.click('kiosk-cast');
    await desktop.waitFor('kiosk-thanks');
    await visit('kiosk-thanks');
    await settle(desktop);
    await desktop.click('kiosk-done');
    await refusals(desktop, language, slips[0] ?? '', visit);
    await enter(desktop, language);
    await scan(desktop, slips[1] ?? '');
    await desktop.waitFor('kiosk-ballot');
    await settle(desktop);
    await desktop.click('kiosk-size-largest');
    await desktop.click('kiosk-contrast-inverse');
    await visit('kiosk-ballot-largest-inverse');
    await desktop.click('kiosk-to-review');
    await desktop.waitFor('kiosk-blank');
    await visit('kiosk-blank-inverse');
    await settle(desktop);
    await desktop.click('kiosk-give-up');
    await desktop.waitFor('kiosk-give-up-confirm');
    await visit('kiosk-give-up');
    await settle(desktop);
    await desktop.click('kiosk-give-up-confirm');
    await desktop.waitFor('kiosk-welcome');
}

/** The welcome, in the language of the tour: the kiosk begins each time in the session's. */
async function enter(desktop: Desktop, language: Language, visit?: Visit): Promise<void> {
    await desktop.waitFor('kiosk-welcome');
    await settle(desktop);
    await desktop.click(`kiosk-language-${language}`);
    await visit?.('kiosk-welcome');
}

async function refusals(desktop: Desktop, language: Language, spent: string, visit: Visit): Promise<void> {
    for (const [reason, code] of [
        ['spent', spent],
        ['mistyped', `${spent.slice(0, -1)}${spent.endsWith('2') ? '3' : '2'}`],
    ] as const) {
        await enter(desktop, language);
        await scan(desktop, code);
        await desktop.waitFor(`kiosk-refused-${reason}`);
        await visit(`kiosk-refused-${reason}`);
        await settle(desktop);
        await desktop.click('kiosk-refused-back');
    }
}

async function afterThePoll(desktop: Desktop, visit: Visit): Promise<void> {
    await desktop.window('secretariat');
    await tourOfPaper(desktop, visit);
    await desktop.click('poll-close');
    await desktop.waitFor('piles-code');
    await visit('piles');
    await desktop.click('piles-next');
    await desktop.waitFor('poll-tray-paper');
    await visit('poll-close');
    await desktop.press(Key.ESCAPE);
    await desktop.waitGone('poll-tray-paper');
    await desktop.click('piles-back');
    await desktop.click('poll-suspend');
    await consent(desktop, CHIEF);
    await desktop.waitFor('poll-suspended');
    await visit('poll-suspended');
    await desktop.window('kiosk');
    await desktop.waitFor('kiosk-suspended');
    await visit('kiosk-suspended');
    await desktop.window('secretariat');
    await rehearse(desktop, 'count');
    await desktop.waitFor('count-card');
    await visit('count');
    await desktop.window('screen');
    await desktop.waitFor('screen-counting');
    await visit('screen-counting');
    await desktop.window('kiosk');
    await desktop.waitFor('kiosk-closed');
    await visit('kiosk-closed');
    await desktop.window('secretariat');
    await rehearse(desktop, 'result');
    await desktop.waitFor('result-reasons');
    await visit('result');
    await rehearse(desktop, 'documents');
    await desktop.window('screen');
    await desktop.waitFor('screen-result');
    await visit('screen-result');
    await desktop.window('secretariat');
    for (const step of ['result', 'documents', 'log']) {
        await desktop.click(`step-${step}`);
        await calm();
        await visit(`${step}-after`);
    }
    await show(desktop, 'record-head');
    await visit('record-numbers');
    await desktop.click('record-export');
    await desktop.waitFor('record-export-dialog');
    await visit('record-export');
    await desktop.click('record-export-confirm');
    await desktop.waitFor('record-exported');
    await visit('record-exported');
    await desktop.click('record-export-close');
    await desktop.click('step-documents');
    await desktop.click('documents-row-round-1-result');
    await desktop.waitFor('documents-page-1');
    await calm();
    await visit('documents-preview');
    for (const act of ['print', 'sign', 'texts', 'test-page'] as const) {
        await desktop.click(`documents-${act}`);
        await desktop.waitFor(DIALOGS[act]);
        await visit(`documents-${act}`);
        await desktop.press(Key.ESCAPE);
        await desktop.waitGone(DIALOGS[act]);
    }
    await desktop.click('documents-row-adopted-table');
    await calm();
    await visit('documents-table');
    await desktop.click('head-lock');
    await desktop.waitFor('lock');
    await visit('locked');
}

/** The dialogs that the acts of the documents' page open. */
const DIALOGS = {
    print: 'print-dialog',
    sign: 'documents-sign-dialog',
    texts: 'documents-texts-dialog',
    'test-page': 'documents-test-dialog',
};

/** Runs the training session on, and shows where it stands. */
async function rehearse(desktop: Desktop, until: string): Promise<void> {
    const answer = await desktop.invoke('rehearse', { until });
    if ('error' in answer) throw new Error(JSON.stringify(answer.error));
    await reload(desktop);
}

async function reload(desktop: Desktop): Promise<void> {
    await desktop.run('location.reload()');
    await calm();
    await desktop.waitFor('shell');
}

/** Until answers are there and pictures drawn. */
function calm(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 700));
}

/** How many items the list says are below what is shown, and how many there are. */
const BELOW = `
    const frame = document.querySelector('.region').getBoundingClientRect();
    const items = [...document.querySelectorAll('[data-item]')].map((item) => item.getBoundingClientRect());
    const told = document.querySelector('[data-testid=kiosk-more]')?.textContent.match(/\\d+/)?.[0] ?? '0';
    return [Number(told), items.filter((box) => box.bottom > frame.bottom + 4).length];
`;

/** A delegate never sees a ballot that goes on below without being told so. */
async function tellsWhatIsBelow(desktop: Desktop): Promise<void> {
    const [told, below] = await desktop.run<[number, number]>(BELOW);
    if (told !== below) {
        throw new Error(`${told} more are said to be below the review, and ${below} are`);
    }
}
