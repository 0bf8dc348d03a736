/** Moves the focus to what has just appeared, so that it is read and the keyboard goes on from there. */
export function focused(element: HTMLElement): void {
    element.focus();
}
