import type { CheckRow } from '@/shared/generated';

/** The checks whose numbers begin alike. */
export interface Chapter {
    number: number;
    checks: CheckRow[];
    passed: number;
    failed: number;
    notReached: number;
}

/** The chapters in the order of their checks. */
export function chaptersOf(checks: CheckRow[]): Chapter[] {
    const numbers = [...new Set(checks.map(chapterOf))];
    return numbers.map((number) => chapter(number, checks.filter((check) => chapterOf(check) === number)));
}

function chapter(number: number, checks: CheckRow[]): Chapter {
    const count = (verdict: CheckRow['verdict']): number => checks.filter((check) => check.verdict === verdict).length;
    return { number, checks, passed: count('pass'), failed: count('fail'), notReached: count('not-reached') };
}

function chapterOf({ number }: CheckRow): number {
    return Number(number.split('.')[0]);
}
