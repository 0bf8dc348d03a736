/** A walk through the screens of several kiosks: at the station, and at a kiosk apart. */

import { join } from 'node:path';
import { Key, sleep, type Desktop } from '../rig';
import { PIN, choose, consent, fill } from './form';
import { KIOSK_PIN, TECHNICIAN, askToBeAKiosk, closeKiosk, loadProvision, lookAtProvision, onStick, writeBox } from './kiosks';
import { files, slipsOn } from './paper';
import type { Language, Visit } from './tour';
import { scan, settle, vote } from './voting';

const CHIEF = '龙䶮';
const WITNESS = '黄喆';
const BY = { operatorPin: PIN, scrutineer: CHIEF, scrutineerPin: PIN };

export interface Hall {
    station: Desktop;
    kiosk: Desktop;
    language: Language;
    /** The station's data. */
    dataDir: string;
    stick: string;
}

export async function tourOfKiosks(hall: Hall, visit: Visit, visitAtKiosk: Visit): Promise<void> {
    await openHall(hall, visit);
    await provision(hall, visit, visitAtKiosk);
    const slips = slipsOn(files(join(hall.dataDir, 'documents'), 'slips.pdf')[0] ?? '');
    await voting(hall, slips, visit, visitAtKiosk);
    await closing(hall, visitAtKiosk);
    await merging(hall, visit);
}

/** The sample session with two zones and an open poll. */
async function openHall({ station, language }: Hall, visit: Visit): Promise<void> {
    await station.window('secretariat');
    await ask(station, 'create_sample', { operator: '操作员甲', pin: PIN });
    if (language === 'en') {
        await ask(station, 'set_language', { language });
        const session = await ask<{ profile: object }>(station, 'session', {});
        await ask(station, 'change_profile', { profile: { ...session.profile, language } });
    }
    await ask(station, 'rehearse', { until: 'ceremony' });
    await reload(station);
    await station.click('step-ceremony');
    await choose(station, 'ceremony-zones', '3');
    await station.waitFor('ceremony-zones-preview');
    await station.run("document.querySelector('[data-testid=ceremony-zones-preview]').scrollIntoView({ block: 'end' })");
    await visit('ceremony-zones');
    await ask(station, 'begin_ceremony', { slips: [40, 30], paper: 0 });
    await ask(station, 'rehearse', { until: 'poll' });
    await ask(station, 'open_poll', { by: BY });
    await reload(station);
    await station.click('step-poll');
    await station.waitFor('kiosks-add');
    await visit('kiosks-none');
}

async function provision({ station, kiosk, language, stick }: Hall, visit: Visit, visitAtKiosk: Visit): Promise<void> {
    await kiosk.window('secretariat');
    await kiosk.waitFor('home');
    if (language === 'en') await kiosk.click('head-language-en');
    await askToBeAKiosk(kiosk, '北厅', stick);
    await visitAtKiosk('home-kiosk');
    await kiosk.press(Key.ESCAPE);
    await station.click('kiosks-add');
    await fill(station, 'kiosks-request', onStick(stick, '.pjrequest'));
    await station.click('kiosks-look');
    await station.waitFor('kiosks-fingerprint');
    await station.click('kiosks-same');
    await visit('kiosks-add');
    await station.click('kiosks-add-next');
    await station.waitFor('two-confirm');
    await visit('kiosks-add-consent');
    await consent(station, CHIEF);
    await station.waitForText('kiosks-said', '.pjprovision');
    await station.run("document.getElementById('kiosks').scrollIntoView()");
    await visit('kiosks-out');
    await lookAtProvision(kiosk, stick);
    await visitAtKiosk('home-provision');
    await kiosk.click('provision-same');
    await kiosk.click('provision-next');
    await kiosk.waitFor('provision-persons');
    await visitAtKiosk('home-provision-persons');
    await kiosk.press(Key.ESCAPE);
    await kiosk.waitGone('provision-persons');
    await kiosk.click('provision-same');
    await loadProvision(kiosk, WITNESS);
    await visitAtKiosk('apart-open');
}

async function voting({ station, kiosk }: Hall, slips: string[], visit: Visit, visitAtKiosk: Visit): Promise<void> {
    await kiosk.click('apart-kiosk');
    await kiosk.window('kiosk');
    await kiosk.waitFor('kiosk-zone');
    await visitAtKiosk('kiosk-welcome-zone');
    await scan(kiosk, slips[40] ?? '');
    await kiosk.waitFor('kiosk-refused-other-zone');
    await visitAtKiosk('kiosk-refused-other-zone');
    await settle(kiosk);
    await kiosk.click('kiosk-refused-back');
    await vote(kiosk, slips[0] ?? '', { 0: 'approve' });
    await settle(kiosk);
    await kiosk.click('kiosk-contrast-inverse');
    await kiosk.click('kiosk-size-largest');
    await visitAtKiosk('kiosk-welcome-zone-largest-inverse');
    await kiosk.window('secretariat');
    // The same slip at the station's own kiosk: it comes to a dispute.
    await station.click('head-kiosk');
    await station.window('kiosk');
    await vote(station, slips[0] ?? '', { 1: 'approve' });
    await station.window('secretariat');
    await station.click('head-screen');
    await station.window('screen');
    await station.waitFor('screen-kiosks-out');
    await visit('screen-polling-kiosks');
    await station.window('secretariat');
}

async function closing({ kiosk, stick }: Hall, visitAtKiosk: Visit): Promise<void> {
    await kiosk.click('apart-close');
    await kiosk.waitFor('two-confirm');
    await visitAtKiosk('apart-close');
    await kiosk.press(Key.ESCAPE);
    await kiosk.waitGone('two-confirm');
    await closeKiosk(kiosk, 1);
    await writeBox(kiosk, stick);
    await visitAtKiosk('apart-closed');
    await kiosk.click('head-close');
    await kiosk.click('close-confirm');
    await kiosk.waitFor('home-apart');
    await visitAtKiosk('home-apart');
    const [{ id } = { id: '' }] = (await ask<{ sessions: { id: string }[] }>(kiosk, 'home', {})).sessions;
    await kiosk.click(`home-open-${id}`);
    await choose(kiosk, 'sign-in-person', TECHNICIAN);
    await fill(kiosk, 'sign-in-pin', KIOSK_PIN);
    await kiosk.click('sign-in-open');
    await kiosk.waitFor('apart-write');
}

async function merging({ station, stick }: Hall, visit: Visit): Promise<void> {
    await station.click('poll-close');
    await station.waitFor('kiosks-unsettled');
    await visit('kiosks-unsettled');
    await station.click('kiosks-show');
    await station.click('kiosks-broken');
    await station.waitFor('kiosks-database');
    await visit('kiosks-recover');
    await choose(station, 'kiosks-way', 'lose');
    await station.waitFor('kiosks-missing');
    await visit('kiosks-lose');
    await station.press(Key.ESCAPE);
    await station.waitGone('kiosks-missing');
    await station.click('kiosks-merge');
    await fill(station, 'kiosks-box', onStick(stick, '.pjbox'));
    await visit('kiosks-merge');
    await consent(station, CHIEF);
    await station.waitFor('kiosks-decide');
    await station.run("document.getElementById('kiosks').scrollIntoView()");
    await visit('kiosks-disputed');
    await station.click('kiosks-decide');
    await station.waitFor('kiosks-kept');
    await visit('kiosks-decide');
    await choose(station, 'kiosks-kept', '1');
    await fill(station, 'kiosks-reason', '代表先在北厅投票，以北厅为准。');
    await consent(station, CHIEF);
    await station.waitGone('kiosks-decide');
    await station.run("document.getElementById('kiosks').scrollIntoView()");
    await visit('kiosks-settled');
}

async function ask<T>(desktop: Desktop, command: string, request: object): Promise<T> {
    const answer = await desktop.invoke<T>(command, request);
    if ('error' in answer) throw new Error(`${command}: ${JSON.stringify(answer.error)}`);
    return answer.ok;
}

async function reload(desktop: Desktop): Promise<void> {
    await desktop.run('location.reload()');
    await sleep(700);
    await desktop.waitFor('shell');
}
