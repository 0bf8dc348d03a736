const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls whenever somebody moves, touches or types, until the answer is called. */
export function onSigns(alive: () => void): () => void {
    for (const sign of SIGNS_OF_LIFE) {
        window.addEventListener(sign, alive, { passive: true, capture: true });
    }
    return () => {
        for (const sign of SIGNS_OF_LIFE) {
            window.removeEventListener(sign, alive, { capture: true });
        }
    };
}
