// What was done with a list on its way in: changed values and rows left out, one line for each kind.
import type { ImportChange, ImportPreview } from '@/shared/generated';
import { wordOf } from '@/shared/word';

/** A cell of the preview; the whole row where it has no column. */
export interface Place {
    row: number;
    column: number | null;
}

/** All changes of a kind, or all rows that are left out for one reason. */
export interface Kind {
    code: string;
    places: Place[];
    /** The first change; none for rows. */
    example: ImportChange | null;
}

/** The kinds of changes, then the reasons for leaving rows out, each in the order in which they first appear. */
export function kinds(preview: ImportPreview): Kind[] {
    const leftOut = preview.rows.flatMap(({ row, notice }) =>
        notice === null ? [] : [{ code: notice, place: { row, column: null }, example: null }],
    );
    const changes = preview.changes.map((change) => ({
        code: change.code,
        place: { row: change.row, column: change.column },
        example: change,
    }));
    const found = new Map<string, Kind>();
    for (const { code, place, example } of [...changes, ...leftOut]) {
        const kind = found.get(code) ?? { code, places: [], example };
        kind.places.push(place);
        found.set(code, kind);
    }
    return [...found.values()];
}

/** What is taken for each cell that isn't taken as it is written, by row and column. */
export function taken(preview: ImportPreview): Map<string, string> {
    const cells = new Map(preview.rows.map((row) => [row.row, row.cells]));
    // A number that the program gives to a name in a grid is no other spelling of the name.
    const isOfCell = ({ row, column, from, to }: ImportChange) =>
        from !== to && (from !== '' || !cells.get(row)?.[column]);
    return new Map(preview.changes.filter(isOfCell).map(({ row, column, to }) => [cellKey(row, column), to]));
}

/** By which a cell is found. */
export function cellKey(row: number, column: number): string {
    return `${row}-${column}`;
}

/** Ranges that are named before the rest is only hinted at. */
const NAMED = 6;

/** Rows in words, neighbours as one range: `3, 5–8`. */
export function rowsInWords(rows: readonly number[]): string {
    const ranges: [number, number][] = [];
    for (const row of new Set(rows)) {
        const last = ranges.at(-1);
        if (last && row === last[1] + 1) {
            last[1] = row;
        } else {
            ranges.push([row, row]);
        }
    }
    const named = ranges.slice(0, NAMED).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
    return (ranges.length > NAMED ? [...named, '…'] : named).join(wordOf('list', 'between'));
}
