/** After a screen has changed, a finger that is still tapping must not hit what has come under it. */
const GUARD_MS = 300;

let guardedUntil = 0;

/** Begins the guard. The page bears `data-guarded` meanwhile, so that a test knows when to go on. */
export function raiseGuard(): void {
    const page = document.documentElement;
    guardedUntil = performance.now() + GUARD_MS;
    page.dataset.guarded = '';
    setTimeout(() => {
        if (!guarded()) {
            delete page.dataset.guarded;
        }
    }, GUARD_MS + 1);
}

/** Whether touches and keys count for nothing now. */
export function guarded(): boolean {
    return performance.now() < guardedUntil;
}
