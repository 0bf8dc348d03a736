import type { ImportPreview, ListField } from '@/shared/generated';
import { secretariat } from '@/shared/ipc';
import type { RowAt } from './places';

/** What a person can do with a preview's table. */
export interface Edits {
    /** Writes another value into a cell; `onward` to go on to the next finding. */
    correct(at: RowAt, column: number, value: string, onward: boolean): void;
    correctColumn(column: number, from: string, to: string): void;
    fillDown(column: number): void;
    leaveOut(at: RowAt, leftOut: boolean): void;
    chooseColumn(column: number, field: ListField | null): void;
}

/** Asks the program for a changed preview, and goes on when that is shown. */
export type Ask = (question: () => Promise<ImportPreview>, then?: () => Promise<void>) => void;

/** Edits that are asked for one after the other. */
export function editsBy(ask: Ask, goOn: (at: RowAt, column: number) => Promise<void>): Edits {
    return {
        correct({ sheet, row }, column, value, onward) {
            const at = { sheet, row };
            const then = onward ? () => goOn(at, column) : undefined;
            ask(() => secretariat('correct_cell', { at, column, value }), then);
        },
        correctColumn: (column, from, to) => ask(() => secretariat('correct_column', { column, from, to })),
        fillDown: (column) => ask(() => secretariat('fill_down', { column })),
        leaveOut: ({ sheet, row }, leftOut) => ask(() => secretariat('leave_out_row', { at: { sheet, row }, leftOut })),
        chooseColumn: (column, field) => ask(() => secretariat('choose_column', { column, field })),
    };
}
