// The check-in desk: who is present, what is being done about it, and what came of it.
import { untrack } from 'svelte';
import type { Attendance, AttendanceRow, Problem, Session } from '@/shared/generated';
import { problemOf, secretariat } from '@/shared/ipc';
import { refresh } from '@/secretariat/app.svelte';
import type { Said } from './said';
import { text } from './texts';

const SAID_MILLISECONDS = 5_000;

export class Desk {
    attendance: Attendance | null = $state.raw(null);
    /** Why the attendance can't be read. */
    problem: Problem | null = $state.raw(null);
    said: Said | null = $state.raw(null);
    /** Whose check-in is to be undone, once the slip is back. */
    undoing: AttendanceRow | null = $state.raw(null);

    #saidTimer: ReturnType<typeof setTimeout> | undefined;
    /** Counts what was asked and answered, so that an answer that was overtaken isn't shown. */
    #answers = 0;
    /** Check-ins are done one after another: a scanner may read the next card before the last one is answered. */
    #queue: Promise<void> = Promise.resolve();

    /** The state of the round when the attendance was read. */
    #state: string | undefined;

    /** Reads the attendance again where the session shows that it has changed otherwise than by what was done here. */
    follow({ round, figures }: Session): void {
        const known = untrack(() => this.attendance?.figures);
        const same =
            round?.state === this.#state && figures?.present === known?.present && figures?.issued === known?.issued;
        if (!known || !same) {
            this.#state = round?.state;
            void this.#load();
        }
    }

    async #load(): Promise<void> {
        this.#answers += 1;
        const mine = this.#answers;
        try {
            const attendance = await secretariat('attendance', {});
            if (mine === this.#answers) {
                this.attendance = attendance;
                this.problem = null;
            }
        } catch (error) {
            this.problem = problemOf(error);
        }
    }

    checkIn(row: AttendanceRow, paper = false): void {
        const done = paper ? text().donePaper(row.name) : text().done(row.name);
        this.#later(() => secretariat('check_in', { number: row.number, paper }), done);
    }

    undo(row: AttendanceRow): void {
        this.undoing = null;
        this.#later(() => secretariat('undo_check_in', { number: row.number }), text().undone(row.name));
    }

    exchanged(attendance: Attendance): void {
        this.#take(attendance);
        this.#say({ kind: 'done', text: text().exchanged });
    }

    hint(hint: string): void {
        this.#say({ kind: 'hint', text: hint });
    }

    #later(ask: () => Promise<Attendance>, done: string): void {
        this.#queue = this.#queue.then(async () => {
            try {
                this.#take(await ask());
                this.#say({ kind: 'done', text: done });
            } catch (error) {
                this.#say({ kind: 'problem', problem: problemOf(error) });
            }
        });
    }

    #take(attendance: Attendance): void {
        this.#answers += 1;
        this.attendance = attendance;
        void refresh({ quiet: true });
    }

    /** Says what was done for some seconds; what went wrong stays until the next act. */
    #say(said: Said): void {
        clearTimeout(this.#saidTimer);
        this.said = said;
        if (said.kind !== 'problem') {
            this.#saidTimer = setTimeout(() => {
                this.said = null;
            }, SAID_MILLISECONDS);
        }
    }
}
