// The entry of paper ballots: the batch at work is the program's; here is only the ballot that is being looked at.
import type { BatchEntered, MarkView, PaperBallotsView, Problem, SecretariatCommands, SheetForm, SheetView, TwoPersons } from '@/shared/generated';
import { problemOf, secretariat } from '@/shared/ipc';

/** The commands that answer with the paper ballots as they are now. */
type Ask = {
    [Name in keyof SecretariatCommands]: SecretariatCommands[Name]['answer'] extends PaperBallotsView ? Name : never;
}[keyof SecretariatCommands];

export class PaperEntry {
    view: PaperBallotsView | null = $state.raw(null);
    problem: Problem | null = $state.raw(null);
    busy = $state(false);
    /** What became of the last batch. */
    entered: BatchEntered | null = $state.raw(null);

    /** Asks for the paper ballots as they are. */
    load(): Promise<boolean> {
        return this.ask('paper_view', {});
    }

    /** Does something that answers with the paper ballots. Answers whether it was done. */
    ask<Name extends Ask>(name: Name, request: SecretariatCommands[Name]['request']): Promise<boolean> {
        return this.#once(async () => {
            this.view = await secretariat(name, request);
        });
    }

    /** Seals the batch into the box, with a scrutineer; what refuses it is thrown. */
    async enter(by: TwoPersons): Promise<void> {
        this.entered = await secretariat('enter_batch', { by });
        this.view = this.entered.view;
    }

    async #once(task: () => Promise<void>): Promise<boolean> {
        if (this.busy) {
            return false;
        }
        this.busy = true;
        this.problem = null;
        try {
            await task();
            return true;
        } catch (error) {
            this.problem = problemOf(error);
            return false;
        } finally {
            this.busy = false;
        }
    }
}

/** A ballot while it is entered. */
export class Draft {
    marks: MarkView[] = $state([]);
    defect: SheetForm['defect'] = $state(null);
    /** The candidate whose mark the keys set. */
    row = $state(0);
    /** Something was entered that the program doesn't have yet. */
    changed = $state(false);

    constructor(candidates: number, sheet: SheetView | null) {
        const whole = sheet?.marks.length === candidates ? sheet.marks : null;
        this.marks = whole ? [...whole] : Array.from({ length: candidates }, () => 'abstain' as const);
        this.defect = sheet?.defect ?? null;
    }

    mark(row: number, mark: MarkView): void {
        this.marks[row] = mark;
        this.defect = null;
        this.changed = true;
    }

    spoil(defect: NonNullable<SheetForm['defect']>): void {
        this.defect = this.defect === defect ? null : defect;
        this.changed = true;
    }

    get form(): SheetForm {
        return this.defect === null ? { marks: [...this.marks], defect: null } : { marks: [], defect: this.defect };
    }
}
