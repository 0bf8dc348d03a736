import type { AttendanceRow } from '@/shared/generated';

export type Arrival = 'all' | 'absent' | 'present';

export interface Wanted {
    typed: string;
    /** Of one delegation; empty for all. */
    delegation: string;
    arrival: Arrival;
}

/** What is sought, without what an input method or a scanner adds: full-width letters, capitals, spaces at the ends. */
function plain(typed: string): string {
    return typed.trim().normalize('NFKC').toLowerCase();
}

function fits(row: AttendanceRow, sought: string): boolean {
    return (
        row.name.toLowerCase().includes(sought) ||
        row.number.toLowerCase().startsWith(sought) ||
        row.initials.some((initials) => initials.startsWith(sought)) ||
        row.delegation.toLowerCase().includes(sought)
    );
}

/** The rows to show, in the roster's order. */
export function matching(rows: readonly AttendanceRow[], { typed, delegation, arrival }: Wanted): AttendanceRow[] {
    const sought = plain(typed);
    return rows.filter(
        (row) =>
            (delegation === '' || row.delegation === delegation) &&
            (arrival === 'all' || row.present === (arrival === 'present')) &&
            fits(row, sought),
    );
}

/**
 * Whom Enter means: the one whose whole number was typed or scanned, whatever the filters show; else the one that is
 * highlighted; else the only one shown.
 */
export function meant(
    rows: readonly AttendanceRow[],
    shown: readonly AttendanceRow[],
    typed: string,
    highlighted: AttendanceRow | undefined,
): AttendanceRow | undefined {
    const sought = plain(typed);
    const numbered = sought === '' ? undefined : rows.find((row) => plain(row.number) === sought);
    const only = sought !== '' && shown.length === 1 ? shown[0] : undefined;
    return numbered ?? highlighted ?? only;
}
