// The columns of a file, as a spreadsheet names them, and what is in them.
import type { ImportPreview, ListField } from '@/shared/generated';

/** A column's letter, from 0: A … Z, AA … */
export function letter(column: number): string {
    const last = String.fromCharCode(65 + (column % 26));
    return column < 26 ? last : letter(Math.floor(column / 26) - 1) + last;
}

/** The columns of the sheet that is shown, from 0. */
export function columnsOf(preview: ImportPreview): number[] {
    const width = preview.rows[0]?.cells.length ?? preview.titles.length;
    return Array.from({ length: width }, (_, column) => column);
}

/** A column's title in one line, also where it is written over several; empty where it has none. */
export function titleOf(preview: ImportPreview, column: number): string {
    const read = preview.columns.find((one) => one.column === column);
    return (read?.title || preview.titles[column] || '').replace(/\s*\n\s*/g, ' ').trim();
}

/** What a column is read as; none where it is set aside. */
export function fieldOf(preview: ImportPreview, column: number): ListField | null {
    return preview.columns.find((one) => one.column === column)?.field ?? null;
}

/** The values of a column in the rows that are entries, each with how often it is there, the most frequent last. */
export function valuesOf(preview: ImportPreview, column: number): { value: string; count: number }[] {
    const counts = new Map<string, number>();
    for (const row of preview.rows) {
        if (row.notice === null && !row.titles) {
            const value = row.cells[column] ?? '';
            counts.set(value, (counts.get(value) ?? 0) + 1);
        }
    }
    return [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => one.count - other.count);
}

/** Rows that may hold the titles: they are near the top. */
const TITLE_ROWS = 30;

/** The rows to choose the titles' from, each with what it begins with. */
export function titleRows(preview: ImportPreview): { row: number; begin: string }[] {
    const ofFirst = preview.rows.filter((row) => row.sheet === preview.rows[0]?.sheet);
    const rows = ofFirst.slice(0, TITLE_ROWS);
    const chosen = ofFirst.find((row) => row.row === preview.titleRow);
    const offered = chosen && !rows.includes(chosen) ? [...rows, chosen] : rows;
    return offered.map(({ row, cells }) => ({ row, begin: beginning(cells) }));
}

/** The first characters of a row. */
function beginning(cells: readonly string[]): string {
    const all = cells.filter((cell) => cell !== '').join(' ').replace(/\s+/g, ' ');
    return all.length > 24 ? `${all.slice(0, 24)}…` : all;
}
