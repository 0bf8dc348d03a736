import { app, go } from '../app.svelte';
import { isTyping, lock, undo } from './acts';

/** The keys that work at every step. Answers whether the key was one of them. */
export function pressed(event: KeyboardEvent, showShortcuts: () => void): boolean {
    if (event.isComposing) {
        return false;
    }
    if (event.altKey && !event.ctrlKey) {
        return goToNumber(event.code);
    }
    if (event.ctrlKey && event.key.toLowerCase() === 'l') {
        void lock();
        return true;
    }
    if (event.ctrlKey && event.key.toLowerCase() === 'z' && !isTyping(event.target)) {
        void undo();
        return true;
    }
    if (event.key === 'F1' || (event.key === '?' && !isTyping(event.target))) {
        showShortcuts();
        return true;
    }
    return false;
}

/** By the place of the key, as a layout may put another character on Alt. A blocked step tells why and isn't gone to. */
function goToNumber(code: string): boolean {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
    if (digit === undefined) {
        return false;
    }
    const place = digit === '0' ? 9 : Number(digit) - 1;
    const step = app.session?.steps[place];
    if (step?.status === 'blocked') {
        app.problem = step.reason;
    } else if (step) {
        go(step.key);
    }
    return true;
}
