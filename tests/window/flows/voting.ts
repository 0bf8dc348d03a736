/** A delegate at the kiosk. */

import { Key, sleep, until, type Desktop } from '../rig';
import { consent } from './form';

/** What a delegate marks, by the candidate's place. */
export type Marks = Record<number, 'approve' | 'oppose' | 'abstain'>;

/** Scans a slip: a scanner is a keyboard that ends with Enter. */
export async function scan(desktop: Desktop, code: string): Promise<void> {
    await desktop.waitFor('kiosk-welcome');
    await desktop.press(...code.replaceAll('-', ''), Key.ENTER);
}

/** Votes from the slip to the thanks, and gives the tracking code. */
export async function vote(desktop: Desktop, code: string, marks: Marks): Promise<string> {
    await scan(desktop, code);
    await desktop.waitFor('kiosk-ballot');
    await settle(desktop);
    for (const [place, mark] of Object.entries(marks)) {
        await desktop.click(`kiosk-${mark}-${place}`);
    }
    await desktop.click('kiosk-to-review');
    await desktop.waitFor('kiosk-review');
    await settle(desktop);
    await desktop.click('kiosk-cast');
    const tracking = await desktop.text('kiosk-tracking-code');
    await settle(desktop);
    await desktop.click('kiosk-done');
    await desktop.waitFor('kiosk-welcome');
    return tracking;
}

/** After a change of screen the kiosk takes no touch for a moment, so that none is meant for what was there before. */
export async function settle(desktop: Desktop): Promise<void> {
    const free = async () => (await desktop.run('return document.documentElement.dataset.guarded === undefined')) || undefined;
    // A change that is still on its way raises the guard first.
    await sleep(100);
    await until(free, 5_000, 'the kiosk to take touches');
}

/** Marks as the buttons show them, in the order of the list. */
export function pressed(desktop: Desktop): Promise<string[]> {
    return desktop.run(
        `return [...document.querySelectorAll('[data-testid^="kiosk-card-"] [aria-pressed="true"]')]
             .map((button) => button.dataset.testid.replace('kiosk-', ''));`,
    );
}

/** Opens a slip's ballot. */
export async function openBallot(desktop: Desktop, code: string): Promise<void> {
    await scan(desktop, code);
    await desktop.waitFor('kiosk-ballot');
    await settle(desktop);
}

/** Opens the poll from the secretariat's window, with the kiosk beside it, and goes to the kiosk. */
export async function openPoll(desktop: Desktop): Promise<void> {
    await desktop.run('location.reload()');
    await desktop.click('step-poll');
    await desktop.click('head-kiosk');
    await desktop.click('poll-open');
    await consent(desktop, '龙䶮');
    await desktop.window('kiosk');
}
