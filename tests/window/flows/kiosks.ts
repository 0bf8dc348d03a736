/** Several kiosks, as a secretary and a technician do it with a stick between them. */

import type { Desktop } from '../rig';
import { PIN, choose, consent, fill } from './form';
import { files } from './paper';

export const TECHNICIAN = '技术员甲';
export const KIOSK_PIN = '975310';
/** The scrutineer who goes to the kiosk. */
export const AT_KIOSK = '监票乙';

/** The file that was written last with this ending. */
export function onStick(stick: string, ending: string): string {
    const found = files(stick, ending).at(-1);
    if (!found) throw new Error(`no ${ending} in ${stick}`);
    return found;
}

/** On the other computer: names it, and writes its request. Gives the fingerprint that its screen shows. */
export async function askToBeAKiosk(desktop: Desktop, name: string, stick: string): Promise<string> {
    await desktop.click('home-kiosk');
    await fill(desktop, 'kiosk-name', name);
    await fill(desktop, 'kiosk-folder', stick);
    await desktop.click('kiosk-write');
    await desktop.waitFor('kiosk-written');
    return desktop.text('kiosk-fingerprint');
}

/** At the station: looks at the request, compares, and provisions the kiosk. Gives the fingerprint that was shown. */
export async function addKiosk(desktop: Desktop, stick: string, zone: number, scrutineer: string): Promise<string> {
    await desktop.click('kiosks-add');
    await fill(desktop, 'kiosks-request', onStick(stick, '.pjrequest'));
    await desktop.click('kiosks-look');
    const fingerprint = await desktop.text('kiosks-fingerprint');
    await desktop.click('kiosks-same');
    await choose(desktop, 'kiosks-zone', String(zone));
    await desktop.click('kiosks-add-next');
    await consent(desktop, scrutineer);
    await desktop.waitForText('kiosks-said', '.pjprovision');
    return fingerprint;
}

/** At the kiosk: looks at the provision and gives the station's fingerprint. */
export async function lookAtProvision(desktop: Desktop, stick: string): Promise<string> {
    await desktop.click('home-provision');
    await fill(desktop, 'provision-file', onStick(stick, '.pjprovision'));
    await desktop.click('provision-look');
    return desktop.text('provision-station');
}

/** At the kiosk: two persons load what was looked at, and set their PINs. */
export async function loadProvision(desktop: Desktop, scrutineer: string): Promise<void> {
    await desktop.click('provision-same');
    await desktop.click('provision-next');
    await fill(desktop, 'provision-operator', TECHNICIAN);
    await fill(desktop, 'provision-operator-pin', KIOSK_PIN);
    await fill(desktop, 'provision-operator-again', KIOSK_PIN);
    await choose(desktop, 'provision-scrutineer', scrutineer);
    await fill(desktop, 'provision-scrutineer-pin', PIN);
    await fill(desktop, 'provision-scrutineer-again', PIN);
    await desktop.click('provision-load');
    await desktop.waitFor('apart');
}

/** At the kiosk: closes it for good, with so many slips in its tray. */
export async function closeKiosk(desktop: Desktop, tray: number): Promise<void> {
    await desktop.click('apart-close');
    await fill(desktop, 'apart-tray-field', String(tray));
    await fill(desktop, 'two-operator-pin', KIOSK_PIN);
    await fill(desktop, 'two-scrutineer-pin', PIN);
    await desktop.click('two-confirm');
    await desktop.waitFor('apart-write');
}

export async function writeBox(desktop: Desktop, stick: string): Promise<void> {
    await desktop.click('apart-write');
    await fill(desktop, 'apart-folder', stick);
    await desktop.click('apart-write-confirm');
    await desktop.waitGone('apart-write-confirm');
    await desktop.waitFor('apart-written');
}

export async function mergeBox(desktop: Desktop, stick: string, scrutineer: string): Promise<string> {
    await desktop.click('kiosks-merge');
    await fill(desktop, 'kiosks-box', onStick(stick, '.pjbox'));
    await consent(desktop, scrutineer);
    return desktop.text('kiosks-said');
}
