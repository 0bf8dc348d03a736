import { untrack } from 'svelte';
import type { ListKind, Problem, SecretariatCommands, Session } from '@/shared/generated';
import { problemOf, secretariat } from '@/shared/ipc';
import { app, inform, refresh } from '../app.svelte';

/** A list as the program gives it. */
export type ListOf<Kind extends ListKind> = SecretariatCommands[Kind]['answer'];

/** A list at its step: as it is now, and which of its entries is being changed. */
export class Listing<Kind extends ListKind, Entry> {
    list = $state.raw<ListOf<Kind> | null>(null);
    problem = $state<Problem | null>(null);
    /** What the dialog changes; `new` to add one, none while it is closed. */
    edited = $state.raw<Entry | 'new' | null>(null);

    constructor(readonly kind: Kind) {}

    /** Reads the list whenever the session may have changed it; for an effect. */
    follow(session: Session): void {
        // Whatever was done, such as an undo, may have changed it, also where the session itself looks the same.
        void session;
        if (app.acting === 0) {
            void untrack(() => this.#load());
        }
    }

    /** Shows a change that was made, and says so. */
    done(list: ListOf<Kind>, notice: string): void {
        this.list = list;
        this.edited = null;
        this.problem = null;
        inform(notice);
        void refresh();
    }

    async #load(): Promise<void> {
        try {
            this.list = await secretariat(this.kind, {});
            this.problem = null;
        } catch (error) {
            this.problem = problemOf(error);
        }
    }
}

/** A change under way in an entry's dialog. */
export class Change<List> {
    problem = $state<Problem | null>(null);
    busy = $state(false);

    constructor(readonly ondone: (list: List, notice: string) => void) {}

    async make(request: () => Promise<List>, notice: string): Promise<void> {
        this.busy = true;
        this.problem = null;
        try {
            this.ondone(await request(), notice);
        } catch (error) {
            this.problem = problemOf(error);
        } finally {
            this.busy = false;
        }
    }
}
