/** Keeps out what a browser offers and a kiosk must not: menus, dragging, selecting, zooming. Gives what ends it. */
export function lockDown(): () => void {
    const ends = new AbortController();
    const options = { capture: true, passive: false, signal: ends.signal };
    for (const name of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart', 'gesturechange']) {
        window.addEventListener(name, (event) => event.preventDefault(), options);
    }
    window.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), options);
    window.addEventListener('touchmove', (event) => event.touches.length > 1 && event.preventDefault(), options);
    return () => ends.abort();
}
