import type { Problem, Progress, TwoPersons } from '@/shared/generated';
import { problemOf, secretariat } from '@/shared/ipc';
import { act } from '@/secretariat/app.svelte';

const EVERY_MILLISECONDS = 200;

/** A count while it runs: started, watched, cancelled. It goes on while another step is looked at. */
class Counting {
    /** The session whose votes are counted. */
    session: string | null = $state(null);
    /** How far it has come; none while nothing is counted. */
    progress: Progress | null = $state(null);
    /** Why it ended without a result, after it had begun. */
    problem: Problem | null = $state(null);

    /**
     * Starts it. Answers once the PINs were accepted and ballots are being counted, or all is done already; a refusal
     * before that is thrown, one after that is kept as the problem.
     */
    start(session: string, by: TwoPersons): Promise<void> {
        this.session = session;
        this.problem = null;
        return new Promise((begun, refused) => {
            const timer = setInterval(() => void this.#look(begun), EVERY_MILLISECONDS);
            act('count', { by }, { rethrow: true })
                .then(() => begun())
                .catch((error: unknown) => {
                    if (this.progress) {
                        this.problem = problemOf(error);
                    }
                    refused(error);
                })
                .finally(() => {
                    clearInterval(timer);
                    this.session = this.problem ? session : null;
                    this.progress = null;
                });
        });
    }

    async cancel(): Promise<void> {
        try {
            await secretariat('cancel', {});
        } catch (error) {
            this.problem = problemOf(error);
        }
    }

    async #look(begun: () => void): Promise<void> {
        const progress = await secretariat('progress', {}).catch(() => null);
        if (progress && progress.total > 0 && this.session) {
            this.progress = progress;
            begun();
        }
    }
}

export const counting = new Counting();
