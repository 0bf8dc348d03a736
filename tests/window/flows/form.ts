/** Filling in forms as a person does. */

import type { Desktop } from '../rig';

/** Replaces what a field holds. */
export async function fill(desktop: Desktop, testid: string, text: string): Promise<void> {
    await desktop.clear(testid);
    await desktop.type(testid, text);
}

/** Chooses an option of a list by its value. */
export async function choose(desktop: Desktop, testid: string, value: string): Promise<void> {
    await desktop.waitFor(testid);
    await desktop.run(
        `const field = document.querySelector('[data-testid="' + arguments[0] + '"]');
         field.value = arguments[1];
         field.dispatchEvent(new Event('change', { bubbles: true }));`,
        testid,
        value,
    );
}

/** Hands a file to a file field. */
export async function hand(desktop: Desktop, testid: string, path: string): Promise<void> {
    const field = await desktop.find(testid);
    await field.sendKeys(path);
}

export const PIN = '246802';
export const OPERATOR = '操作员甲';

/** The operator and a scrutineer type their PINs. */
export async function persons(desktop: Desktop, scrutineer: string): Promise<void> {
    await fill(desktop, 'two-operator-pin', PIN);
    await choose(desktop, 'two-scrutineer', scrutineer);
    await fill(desktop, 'two-scrutineer-pin', PIN);
}

/** The operator and a scrutineer consent in the dialog that is open. */
export async function consent(desktop: Desktop, scrutineer: string): Promise<void> {
    await persons(desktop, scrutineer);
    await desktop.click('two-confirm');
    await desktop.waitGone('two-confirm');
}
