import type { Attachment } from 'svelte/attachments';
import { guarded } from './guard';

/** What each button does. */
const acts = new WeakMap<Element, () => void>();

/** The button on which the finger went down. */
let begun: HTMLButtonElement | null = null;

/** Makes a button act when a touch begins and ends on it, or by the keyboard. */
export function press(act: () => void): Attachment<HTMLButtonElement> {
    return (button) => {
        acts.set(button, act);
        return () => acts.delete(button);
    };
}

/** Follows the touches of the whole window. Gives what ends it. */
export function followTouches(): () => void {
    const ends = new AbortController();
    const options = { capture: true, signal: ends.signal };
    window.addEventListener('pointerdown', begin, options);
    window.addEventListener('pointerup', end, options);
    window.addEventListener('pointercancel', forget, options);
    window.addEventListener('click', byKeyboard, options);
    return () => ends.abort();
}

function begin(event: PointerEvent): void {
    const counts = event.isPrimary && event.button === 0 && !guarded();
    begun = counts ? buttonOf(event.target) : null;
}

/** A touch is bound to where it began, so what is under the finger at its end is looked up. */
function end(event: PointerEvent): void {
    const button = begun;
    begun = null;
    if (button && !guarded() && buttonOf(document.elementFromPoint(event.clientX, event.clientY)) === button) {
        acts.get(button)?.();
    }
}

function forget(): void {
    begun = null;
}

/** The keyboard and aids make clicks without a pointer; those of a pointer were judged when it was lifted. */
function byKeyboard(event: MouseEvent): void {
    const button = buttonOf(event.target);
    if (button && event.detail === 0 && !guarded()) {
        acts.get(button)?.();
    }
}

function buttonOf(target: EventTarget | null): HTMLButtonElement | null {
    const button = target instanceof Element ? target.closest('button') : null;
    return button && !button.disabled ? button : null;
}
