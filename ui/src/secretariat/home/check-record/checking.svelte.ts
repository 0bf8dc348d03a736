import type { Progress, RecordChecked } from '@/shared/generated';
import { secretariat } from '@/shared/ipc';

const EVERY_MILLISECONDS = 200;

/** A record while it is checked: watched, and stopped where a person asks for it. */
export class Checking {
    running = $state(false);
    stopping = $state(false);
    /** How far it has come; none before the first look. */
    progress: Progress | null = $state.raw(null);

    /** Answers once all was checked. A refusal is thrown, also that of a check that was stopped. */
    async check(file: string): Promise<RecordChecked> {
        this.running = true;
        const timer = setInterval(() => void this.#look(), EVERY_MILLISECONDS);
        try {
            return await secretariat('check_record', { file });
        } finally {
            clearInterval(timer);
            this.running = false;
            this.stopping = false;
            this.progress = null;
        }
    }

    async stop(): Promise<void> {
        this.stopping = true;
        try {
            await secretariat('cancel', {});
        } catch {
            // The check goes on, and can be asked to stop again.
            this.stopping = false;
        }
    }

    async #look(): Promise<void> {
        try {
            const progress = await secretariat('progress', {});
            if (this.running && progress.total > 0) {
                this.progress = progress;
            }
        } catch {
            // The next look tries again; the check itself says how it ends.
        }
    }
}
