// The window's beginning: what the program says first decides what is shown.
import type { Problem } from '../shared/generated';
import { firstStatus, problemOf } from '../shared/ipc';
import { speak } from '../shared/language.svelte';
import { app, take } from './app.svelte';

/** Why the window could not begin; none while it can. */
export const beginning: { problem: Problem | null } = $state({ problem: null });

/** Takes the program's first answer. It may be tried again after a refusal. */
export async function begin(): Promise<void> {
    beginning.problem = null;
    try {
        const { session, home, language } = await firstStatus();
        speak(language);
        if (session) {
            take(session);
        } else {
            app.home = home;
        }
    } catch (error) {
        beginning.problem = problemOf(error);
    }
}
