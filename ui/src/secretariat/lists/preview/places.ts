// Where something is in a file: a row of a sheet, and a cell of it.
import type { ImportPreview } from '@/shared/generated';
import { wordOf } from '@/shared/word';
import { text } from './texts';

/** A row of a sheet, by the sheet's place among the file's and the number that a spreadsheet gives the row. */
export interface RowAt {
    sheet: number;
    row: number;
}

/** A cell; the whole row where it has no column. */
export interface Place extends RowAt {
    column: number | null;
}

/** By which a row is found. */
export function rowKey({ sheet, row }: RowAt): string {
    return `${sheet}-${row}`;
}

/** By which a cell is found. */
export function cellKey(at: RowAt, column: number): string {
    return `${rowKey(at)}-${column}`;
}

/** The name of a row's sheet where several are read as one list; empty where one is. */
export function sheetOf(preview: ImportPreview, { sheet }: RowAt): string {
    return preview.sheet === null ? (preview.sheets[sheet] ?? '') : '';
}

/** A row in words, with its sheet where there are several. */
export function placeName(preview: ImportPreview, at: RowAt): string {
    return text().place(at.row, sheetOf(preview, at));
}

/** Ranges that are named before the rest is only hinted at. */
const NAMED = 6;

/** Rows in words, neighbours as one range, with their sheets where there are several: `3, 5–8`. */
export function rowsInWords(preview: ImportPreview, rows: readonly RowAt[]): string {
    const ranges: { first: RowAt; last: number }[] = [];
    for (const at of new Map(rows.map((one) => [rowKey(one), one])).values()) {
        const range = ranges.at(-1);
        if (range?.first.sheet === at.sheet && at.row === range.last + 1) {
            range.last = at.row;
        } else {
            ranges.push({ first: at, last: at.row });
        }
    }
    const named = ranges.slice(0, NAMED).map(({ first, last }) => {
        const numbers = first.row === last ? `${last}` : `${first.row}–${last}`;
        return text().rowsOf(numbers, sheetOf(preview, first));
    });
    return (ranges.length > NAMED ? [...named, '…'] : named).join(wordOf('list', 'between'));
}
