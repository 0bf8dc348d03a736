import { guarded } from './guard';
import type { Machine } from './machine.svelte';

type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** Follows the keys of the whole window: the scanner's, which is a keyboard, and a person's. Gives what ends it. */
export function followKeys(machine: Machine): () => void {
    const ends = new AbortController();
    const options = { capture: true, signal: ends.signal };
    /** Enter right after a character ends a code; it must not press a button that happens to have the focus. */
    let afterCharacter = false;

    const down = (event: KeyboardEvent): void => {
        machine.touched();
        if (event.ctrlKey || event.altKey || event.metaKey || /^F\d/.test(event.key)) {
            event.preventDefault();
            if (event.ctrlKey && event.shiftKey && event.code === 'KeyL') {
                machine.ask({ kind: 'leave' });
            }
            return;
        }
        const character = characterOf(event);
        const endsCode = event.key === 'Enter' && afterCharacter;
        afterCharacter = character !== null || (afterCharacter && isModifier(event));
        if (machine.takesCode && takeCode(machine, event, character, endsCode)) {
            stop(event);
        } else if ((endsCode && !machine.asksPin) || (isPress(event) && (guarded() || event.repeat))) {
            stop(event);
        } else if (isDirection(event.key)) {
            moveFocus(event.key, event);
        }
    };
    window.addEventListener('keydown', down, options);
    return () => ends.abort();
}

/** Whether the key was part of a slip's code. */
function takeCode(machine: Machine, event: KeyboardEvent, character: string | null, endsCode: boolean): boolean {
    if (character !== null) {
        machine.code.key(character, performance.now());
        return true;
    }
    if (event.key === 'Backspace') {
        machine.code.erase();
        return true;
    }
    if (endsCode || (event.key === 'Enter' && !onButton())) {
        if (machine.code.typed !== '') {
            void machine.admit(machine.code.complete());
        }
        return true;
    }
    return false;
}

/** The letter or digit of a key, also where an input method keeps the character to itself. */
function characterOf(event: KeyboardEvent): string | null {
    if (/^[0-9A-Za-z]$/.test(event.key)) {
        return event.key.toUpperCase();
    }
    return /^(?:Key|Digit|Numpad)([0-9A-Z])$/.exec(event.code)?.[1] ?? null;
}

function isModifier(event: KeyboardEvent): boolean {
    return event.key === 'Shift' || event.key === 'CapsLock';
}

function isPress(event: KeyboardEvent): boolean {
    return event.key === 'Enter' || event.key === ' ';
}

function onButton(): boolean {
    return document.activeElement instanceof HTMLButtonElement;
}

function stop(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
}

function isDirection(key: string): key is Direction {
    return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
}

/** Moves the focus to the next button in this direction: first among those around the focus, then on the whole screen. */
function moveFocus(direction: Direction, event: KeyboardEvent): void {
    const from = document.activeElement;
    if (!(from instanceof HTMLButtonElement)) {
        return;
    }
    event.preventDefault();
    const screen = from.closest('dialog') ?? document.body;
    const around = from.closest('[data-arrows]') ?? screen;
    (nearest(from, around, direction) ?? nearest(from, screen, direction))?.focus();
}

function nearest(from: Element, among: Element, direction: Direction): HTMLButtonElement | null {
    const start = middle(from);
    let best: { button: HTMLButtonElement; distance: number } | null = null;
    for (const button of among.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')) {
        const { x, y } = middle(button);
        const [along, across] = apart(direction, x - start.x, y - start.y);
        const distance = along + 3 * Math.abs(across);
        if (along > 1 && (best === null || distance < best.distance)) {
            best = { button, distance };
        }
    }
    return best?.button ?? null;
}

function apart(direction: Direction, x: number, y: number): [along: number, across: number] {
    switch (direction) {
        case 'ArrowUp':
            return [-y, x];
        case 'ArrowDown':
            return [y, x];
        case 'ArrowLeft':
            return [-x, y];
        case 'ArrowRight':
            return [x, y];
    }
}

function middle(element: Element): { x: number; y: number } {
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
