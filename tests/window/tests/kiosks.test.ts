/** Two computers with a stick between them: a kiosk apart asks, votes, is closed and merged, and all of it is counted. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { choose, fill } from '../flows/form';
import { AT_KIOSK, addKiosk, askToBeAKiosk, closeKiosk, loadProvision, lookAtProvision, mergeBox, onStick, writeBox } from '../flows/kiosks';
import { CANDIDATES, CHIEF, DELEGATES, adopt, checkIn, closePoll, count, createSession, holdCeremony, importList, openPoll, sealBox, setRules } from '../flows/office';
import { slipsOn } from '../flows/paper';
import { scan, settle, vote } from '../flows/voting';

const folder = newFolder('kiosks');
const stick = newFolder('stick');
const documents = join(folder, 'station', 'documents');
let station: Desktop;
let kiosk: Desktop;
let cards: string[] = [];
let slips: string[] = [];

beforeAll(async () => {
    station = await startDesktop({ dataDir: join(folder, 'station') });
    kiosk = await startDesktop({ dataDir: join(folder, 'kiosk') });
    await station.window('secretariat');
    await kiosk.window('secretariat');
});

afterAll(async () => {
    await station?.close();
    await kiosk?.close();
});

test('slips are made for two zones', async () => {
    await createSession(station);
    await importList(station, 'delegates', folder, DELEGATES);
    await importList(station, 'candidates', folder, CANDIDATES);
    await setRules(station, 2);
    await adopt(station);
    await choose(station, 'ceremony-zones', '2');
    await fill(station, 'ceremony-slips', '3');
    await fill(station, 'ceremony-slips-2', '2');
    await station.waitForText('ceremony-zones-preview', '1区 红：3 张；2区 蓝：2 张');
    cards = await holdCeremony(station, documents, 2);
    slips = slipsOn(await sealBox(station, documents, 1));
    expect(slips).toHaveLength(5);
    await checkIn(station, ['001', '002', '003', '004', '005']);
    await openPoll(station);
});

test('another computer becomes a kiosk, each compared with the other’s screen', async () => {
    const own = await askToBeAKiosk(kiosk, '北厅', stick);
    expect(await addKiosk(station, stick, 2, CHIEF)).toBe(own);
    await station.waitForText('kiosks-row-1', '已配置');
    await kiosk.click('kiosk-back');
    const shown = (await lookAtProvision(kiosk, stick)).replaceAll(/\s+/g, ' ');
    expect(await station.text('kiosks-station')).toBe(shown);
    await loadProvision(kiosk, AT_KIOSK);
    expect(await kiosk.text('apart')).toContain('第2票区　蓝色');
});

test('each kiosk takes the slips of its own zone', async () => {
    await kiosk.click('apart-kiosk');
    await kiosk.window('kiosk');
    await kiosk.waitForText('kiosk-zone', '第2票区　蓝色');
    await scan(kiosk, slips[0] ?? '');
    await kiosk.waitForText('kiosk-refused-other-zone', '蓝色');
    await settle(kiosk);
    await kiosk.click('kiosk-refused-back');
    await vote(kiosk, slips[3] ?? '', { 0: 'approve', 1: 'approve' });
    await vote(kiosk, slips[4] ?? '', { 0: 'approve', 2: 'oppose' });
    await station.click('head-kiosk');
    await station.window('kiosk');
    await station.waitForText('kiosk-zone', '第1票区　红色');
    for (const slip of slips.slice(0, 3)) {
        await vote(station, slip, { 0: 'approve', 1: 'approve' });
    }
    await station.window('secretariat');
    await station.waitForText('poll-cast', '3');
    await station.waitForText('poll-kiosks-out', '1 台');
});

test('the poll is not closed while the kiosk is out', async () => {
    await station.click('poll-close');
    await station.waitFor('kiosks-unsettled');
    await station.click('kiosks-show');
    await station.waitGone('kiosks-unsettled');
});

test('the kiosk is closed and its box merged, once', async () => {
    await kiosk.window('secretariat');
    await kiosk.waitForText('apart-cast', '2');
    await closeKiosk(kiosk, 2);
    await writeBox(kiosk, stick);
    const first = readFileSync(onStick(stick, '.pjbox'));
    await writeBox(kiosk, stick);
    expect(readFileSync(onStick(stick, '.pjbox')).equals(first)).toBe(true);
    expect(await mergeBox(station, stick, CHIEF)).toContain('并入 2 张');
    await station.waitForText('kiosks-row-1', '已并入 2 张');
    await station.waitForText('poll-cast', '5');
    expect(await mergeBox(station, stick, CHIEF)).toContain('没有变化');
});

test('all five ballots are counted', async () => {
    await closePoll(station, 5);
    await count(station, cards);
    await station.click('step-result');
    expect(await station.text('result-verdict-1')).toContain('通过');
    expect(await station.text('result-verdict-2')).toContain('通过');
});
