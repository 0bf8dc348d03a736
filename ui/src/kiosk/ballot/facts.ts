import type { BallotCandidate } from '@/shared/generated';

export const FACTS = ['investment', 'investmentThisYear', 'deadline', 'location', 'responsibleUnit', 'benefit'] as const;
export type Fact = (typeof FACTS)[number];

/** The facts that the list gives at all: each card shows the same ones. */
export function factsOf(candidates: BallotCandidate[]): Fact[] {
    return FACTS.filter((fact) => candidates.some((candidate) => candidate[fact] !== ''));
}

/** The parts of a day such as `2026-12-31`. */
export function dayParts(day: string): [year: string, month: string, day: string] | null {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
    return parts ? [parts[1] ?? '', parts[2] ?? '', parts[3] ?? ''] : null;
}
