// What the head's buttons and their keys do alike.
import { word } from '@/shared/word';
import { act, app, inform } from '../app.svelte';
import { text } from './texts';

/** Takes the last act back where the procedure allows it, else says why not. */
export async function undo(): Promise<void> {
    const t = text();
    const { what, reason } = app.session?.undo ?? { what: null, reason: null };
    if (what === null) {
        inform(reason ? word(reason) : t.nothingToUndo);
    } else if (await act('undo', {})) {
        inform(t.undone(t.undoWhat[what]));
    }
}

export async function lock(): Promise<void> {
    await act('lock', {}, { stay: true });
}

/** Whether keys belong to the typing of a text. */
export function isTyping(target: EventTarget | null): boolean {
    if (!(target instanceof HTMLElement)) {
        return false;
    }
    const button = target instanceof HTMLInputElement && ['checkbox', 'radio', 'button', 'submit'].includes(target.type);
    return target.matches('input, textarea, select, [contenteditable]') && !button;
}
