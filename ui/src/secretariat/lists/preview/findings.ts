import type { ImportFinding } from '@/shared/generated';
import { rowKey, type RowAt } from './places';

/** A finding with its place among all, by which it is named and pointed to. */
export interface Numbered {
    index: number;
    finding: ImportFinding;
}

/** Findings of one column. */
export interface Group {
    title: string;
    findings: Numbered[];
}

/** The findings that are listed at once; the others come up as these are corrected. */
const LISTED = 200;

/** The first findings, by column in the order in which the columns first appear. */
export function groups(findings: readonly ImportFinding[]): Group[] {
    const byTitle = new Map<string, Numbered[]>();
    findings.slice(0, LISTED).forEach((finding, index) => {
        const group = byTitle.get(finding.columnTitle) ?? [];
        group.push({ index, finding });
        byTitle.set(finding.columnTitle, group);
    });
    return [...byTitle].map(([title, found]) => ({ title, findings: found }));
}

/** How many findings are not listed. */
export function unlisted(findings: readonly ImportFinding[]): number {
    return Math.max(0, findings.length - LISTED);
}

/** The findings of each row. */
export function byRow(findings: readonly ImportFinding[]): Map<string, ImportFinding[]> {
    const rows = new Map<string, ImportFinding[]>();
    for (const finding of findings) {
        const row = rows.get(rowKey(finding)) ?? [];
        row.push(finding);
        rows.set(rowKey(finding), row);
    }
    return rows;
}

/** The finding to go to from a cell that is right now: the next below or to the right, else the first of all. */
export function next(findings: readonly ImportFinding[], at: RowAt, column: number): ImportFinding | undefined {
    const isBehind = (finding: ImportFinding) =>
        (finding.sheet - at.sheet || finding.row - at.row || (finding.column ?? -1) - column) > 0;
    return findings.find(isBehind) ?? findings[0];
}
