// What was done with a list on its way in: changed values and rows left out, one line for each kind.
import type { ImportChange, ImportPreview } from '@/shared/generated';
import { cellKey, rowKey, type Place } from './places';

/** All changes of a kind, or all rows that are left out for one reason. */
export interface Kind {
    code: string;
    places: Place[];
    /** The first change; none for rows. */
    example: ImportChange | null;
}

/** The kinds of changes, then the reasons for leaving rows out, each in the order in which they first appear. */
export function kinds(preview: ImportPreview): Kind[] {
    const leftOut = preview.rows.flatMap(({ sheet, row, notice }) =>
        notice === null ? [] : [{ code: notice, place: { sheet, row, column: null }, example: null }],
    );
    const changes = preview.changes.map((change) => ({
        code: change.code,
        place: { sheet: change.sheet, row: change.row, column: change.column },
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

/** What is taken for each cell that isn't taken as it is written. */
export function taken(preview: ImportPreview): Map<string, string> {
    const cells = new Map(preview.rows.map((row) => [rowKey(row), row.cells]));
    const isOfCell = (change: ImportChange) => {
        const shown = cells.get(rowKey(change))?.[change.column];
        // The cell shows a number as its format does; and a number that the program gives to a name in a grid is no other
        // spelling of the name.
        const isSeen = change.code === 'list.number-format' && shown === change.to;
        return change.from !== change.to && !isSeen && (change.from !== '' || !shown);
    };
    return new Map(preview.changes.filter(isOfCell).map((change) => [cellKey(change, change.column), change.to]));
}
