/** A record is checked from the start page, with nobody signed in: one that holds, and one with a single byte altered. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Key, startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { fill } from '../flows/form';
import { checkRecord, sampleRecord } from '../flows/records';

const folder = newFolder('verify');
const record = sampleRecord(folder);
const CHAPTERS = 11;
/** The check that fails for what a file in the package holds. */
const ALTERED = '1.5';
let desktop: Desktop;

beforeAll(async () => {
    desktop = await startDesktop({ dataDir: join(folder, 'data') });
    await desktop.window('secretariat');
});

afterAll(() => desktop?.close());

test('a file that is no record is refused, and can be chosen anew', async () => {
    await desktop.click('home-verify');
    await desktop.waitFor('verify-page');
    expect(await desktop.focused()).toBe('verify-file');
    const other = join(folder, 'letter.txt');
    writeFileSync(other, 'not a record');
    await fill(desktop, 'verify-file', other);
    await desktop.press(Key.ENTER);
    await desktop.waitForText('verify-problem', '不是票决档案');
    await fill(desktop, 'verify-file', join(folder, 'nowhere.pjrecord'));
    await desktop.click('verify-start');
    await desktop.waitForText('verify-problem', '没有这个文件');
});

test('a record that holds shows what it proves', async () => {
    await checkRecord(desktop, record.path);
    expect(await headingWithFocus()).toBe('核验结果');
    const checks = await desktop.run<string[]>(verdicts());
    expect(checks.length).toBeGreaterThan(60);
    expect(new Set(checks)).toEqual(new Set(['pass']));
    await desktop.waitForText('verify-verdict', `全部 ${checks.length} 项核验通过`);
    await desktop.waitForText('verify-session', '云溪县人民代表大会');
    await desktop.waitFor('training-badge');
    expect(await compact('verify-station')).toBe(record.station);
    expect(await compact('verify-head')).toBe(record.head);
    await desktop.waitForText('verify-round-1', '结果');
    expect((await desktop.texts('verify-ranking-2-0'))[0]).toBe('通过');
    expect((await desktop.texts('verify-ranking-2-1'))[0]).toBe('未通过');
    for (let chapter = 1; chapter <= CHAPTERS; chapter += 1) {
        expect(await desktop.text(`verify-chapter-${chapter}`)).toMatch(/(\d+)\/\1 通过/);
    }
});

test('a ballot is found by the tracking code', async () => {
    // The code may be typed in small letters.
    await find(record.ballot.code.toLowerCase());
    expect(await desktop.waitForText('verify-found', '已计票')).toContain('第 1 轮');
    expect(await compact('verify-found')).toContain(record.ballot.hash);
    await find('2222-2222-2222-2222');
    await desktop.waitForText('verify-found', '没有这个查询码');
    await find('2222');
    await desktop.waitForText('verify-page', '查询码应为 16 个字母和数字');
});

test('a record with one byte altered is refused, and says where', async () => {
    await desktop.click('verify-another');
    await checkRecord(desktop, record.altered);
    await desktop.waitForText('verify-verdict', `第 ${ALTERED} 项`);
    await desktop.waitForText('verify-verdict', '请勿采信');
    expect(await desktop.attribute('verify-first-failure', 'data-number')).toBe(ALTERED);
    expect(await desktop.attribute(`verify-check-${ALTERED}`, 'data-verdict')).toBe('fail');
    expect(await desktop.attribute('verify-chapter-1', 'open')).not.toBeNull();
    expect(await desktop.attribute('verify-chapter-2', 'open')).toBeNull();
    await desktop.waitForText('verify-round-1', '未经证实');
    await find(record.ballot.code.toLowerCase());
    expect(await desktop.waitForText('verify-found', '不能采信')).not.toContain('已计票');
});

test('the same in English, and nothing stays when the page is left', async () => {
    await desktop.click('verify-back');
    await desktop.waitFor('home');
    await desktop.click('head-language-en');
    await desktop.waitForText('home', 'Check a record');
    await desktop.click('home-verify');
    await desktop.waitFor('verify-file');
    expect(await desktop.attribute('verify-file', 'value')).toBeFalsy();
    await checkRecord(desktop, record.path);
    await desktop.waitForText('verify-verdict', /All \d+ checks hold/);
    await find(record.ballot.code.toLowerCase());
    await desktop.waitForText('verify-found', 'The ballot was counted');
    await desktop.click('verify-another');
    await checkRecord(desktop, record.altered);
    await desktop.waitForText('verify-verdict', `fails check ${ALTERED}`);
    await desktop.waitForText('verify-verdict', 'do not rely on it');
    await desktop.click('verify-back');
    await desktop.waitFor('home');
});

async function find(code: string): Promise<void> {
    await fill(desktop, 'verify-code', code);
    await desktop.click('verify-find');
}

/** The verdict of every check, also of those in a chapter that is shut. */
function verdicts(): string {
    return `return [...document.querySelectorAll('[data-testid^="verify-check-"]')].map(({ dataset }) => dataset.verdict);`;
}

function headingWithFocus(): Promise<string> {
    return desktop.run("return document.activeElement.matches('h2') ? document.activeElement.textContent : ''");
}

/** The text without the spaces between its groups. */
async function compact(testid: string): Promise<string> {
    return (await desktop.text(testid)).replace(/\s/g, '');
}
