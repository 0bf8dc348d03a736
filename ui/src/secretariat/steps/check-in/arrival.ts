import type { AttendanceRow } from '@/shared/generated';
import { text } from './texts';

/** Whether a delegate is there, in words. */
export function arrivalOf(row: AttendanceRow): string {
    const t = text();
    if (!row.present) {
        return t.isAbsent;
    }
    if (row.paper) {
        return t.isPresentWithPaper;
    }
    return row.slip ? t.isPresent : t.isPresentWithoutSlip;
}
