// Locks a session that nobody works at.
import { app } from '../app.svelte';
import { lock } from './acts';
import { onSigns } from './signs';

const LOCK_AFTER_SECONDS = 600;
const WARN_FOR_SECONDS = 30;

/** The seconds until it locks, once the warning shows. */
export const idle: { secondsLeft: number | null } = $state({ secondsLeft: null });

let lastSign = 0;

function alive(): void {
    lastSign = Date.now();
    idle.secondsLeft = null;
}

function check(): void {
    const { session } = app;
    // Long work isn't idleness: the person waits for it.
    if (!session || session.locked || session.busy || app.acting > 0) {
        alive();
        return;
    }
    const left = LOCK_AFTER_SECONDS - Math.floor((Date.now() - lastSign) / 1000);
    idle.secondsLeft = left <= WARN_FOR_SECONDS ? Math.max(left, 0) : null;
    if (left <= 0) {
        alive();
        void lock();
    }
}

/** Watches until the answer is called. */
export function watchIdle(): () => void {
    alive();
    const stop = onSigns(alive);
    const timer = setInterval(check, 1_000);
    return () => {
        clearInterval(timer);
        stop();
    };
}
