// The check of the piles: what was scanned is the program's, and in memory only; here are the scans on their way.
import type { Pile, PilesView, Problem, SecretariatCommands } from '@/shared/generated';
import { problemOf, secretariat } from '@/shared/ipc';

/** A slip's code has this many characters; what they mean is read by the program. */
const CODE_LENGTH = 16;

/** The commands that answer with the piles as they are now, and take nothing. */
type Ask = 'piles' | 'take_misfits_out' | 'restart_piles';

export class Scanning {
    view: PilesView | null = $state.raw(null);
    problem: Problem | null = $state.raw(null);
    /** The pile whose slips are scanned. */
    pile: Pile = $state('left-over');
    typed = $state('');

    /** Scans are done one after another: a scanner may read the next slip before the last one is answered. */
    #queue: Promise<void> = Promise.resolve();

    ask(name: Ask): Promise<void> {
        return this.#later(() => secretariat(name, {}));
    }

    /** What the field holds has changed: a code that is complete is taken, so that the scanner need not end it. */
    read(typed: string): void {
        this.typed = typed;
        if (charactersOf(this.typed) >= CODE_LENGTH) {
            this.take();
        }
    }

    /** Takes the code in the field, and clears the field for the next scan. */
    take(): void {
        const code = this.typed.trim();
        this.typed = '';
        if (code !== '') {
            const { pile } = this;
            void this.#later(() => secretariat('scan_slip', { pile, code }));
        }
    }

    /** A used slip among the left-over ones is cancelled; what refuses it is thrown. */
    async annul(request: SecretariatCommands['annul_slip']['request']): Promise<void> {
        this.view = await secretariat('annul_slip', request);
    }

    #later(ask: () => Promise<PilesView>): Promise<void> {
        this.#queue = this.#queue.then(async () => {
            try {
                this.view = await ask();
                this.problem = null;
            } catch (error) {
                this.problem = problemOf(error);
            }
        });
        return this.#queue;
    }
}

function charactersOf(typed: string): number {
    return [...typed.normalize('NFKC').replaceAll(/[\s\-–—_·]/gu, '')].length;
}
