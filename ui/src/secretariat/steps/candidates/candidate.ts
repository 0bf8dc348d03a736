import type { CandidateForm } from '@/shared/generated';

export const NEW_CANDIDATE: CandidateForm = {
    number: '',
    name: '',
    content: '',
    subItems: [],
    location: '',
    investment: '',
    investmentThisYear: '',
    sources: '',
    responsibleUnit: '',
    deadline: '',
    benefit: '',
    category: '',
    origin: '',
};

/** A category and how many candidates it has; without a name for those that have none. */
export interface CategoryCount {
    name: string;
    candidates: number;
}

/** How many candidates each category has, in the list's order of categories. */
export function countByCategory(categories: readonly string[], candidates: readonly CandidateForm[]): CategoryCount[] {
    const names = [...categories.filter((name) => name !== ''), ''];
    const counts = names.map((name) => ({
        name,
        candidates: candidates.filter((candidate) => candidate.category === name).length,
    }));
    return counts.filter((count) => count.candidates > 0);
}

/** A day such as `2026-12-31` in the reader's words; what isn't one stays as it is. */
export function dayIn(wording: (year: number, month: number, day: number) => string, day: string): string {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
    return match ? wording(Number(match[1]), Number(match[2]), Number(match[3])) : day;
}
