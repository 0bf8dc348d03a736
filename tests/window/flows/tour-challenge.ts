/** A look at how a ballot is opened instead of being cast. */

import type { Desktop } from '../rig';
import type { Visit } from './tour';
import { settle } from './voting';

/** From the review: the ballot is opened, and an empty one is there. */
export async function challenge(desktop: Desktop, visit: Visit): Promise<void> {
    await settle(desktop);
    await desktop.click('kiosk-digits');
    await desktop.waitFor('kiosk-digits-dialog');
    await visit('kiosk-digits');
    await settle(desktop);
    await desktop.click('kiosk-digits-back');
    await desktop.waitGone('kiosk-digits-dialog');
    await settle(desktop);
    await desktop.click('kiosk-challenge');
    await desktop.waitFor('kiosk-challenge-dialog');
    await visit('kiosk-challenge');
    await settle(desktop);
    await desktop.click('kiosk-challenge-confirm');
    await desktop.waitFor('kiosk-challenge-really');
    await visit('kiosk-challenge-again');
    await settle(desktop);
    await desktop.click('kiosk-challenge-really');
    await desktop.waitFor('kiosk-challenged');
    await visit('kiosk-challenged');
    await settle(desktop);
    await desktop.click('kiosk-again');
    await desktop.waitFor('kiosk-ballot');
    await settle(desktop);
}
