import type { Problem, ProfileForm } from '@/shared/generated';

/** A profile while it is filled in: a number may be missing, a row of names may be empty. */
export type ProfileDraft = Omit<ProfileForm, 'year' | 'threshold'> & { year: number | null; threshold: number | null };

export type ProfileField = keyof ProfileForm;

export function emptyDraft(language: ProfileForm['language'], year: number): ProfileDraft {
    return {
        congress: '',
        session: '',
        level: 'county',
        year,
        presidium: '',
        language,
        training: false,
        chief: '',
        scrutineers: ['', ''],
        threshold: 2,
        tellers: ['', ''],
        keys: 'dealt',
    };
}

/** What is sent: names without blanks around them, rows that were left empty dropped. */
export function filledIn(draft: ProfileDraft): ProfileForm {
    return {
        ...draft,
        congress: draft.congress.trim(),
        session: draft.session.trim(),
        presidium: draft.presidium.trim(),
        chief: draft.chief.trim(),
        scrutineers: named(draft.scrutineers),
        tellers: named(draft.tellers),
        year: draft.year ?? 0,
        threshold: draft.threshold ?? 0,
    };
}

/** How many cards are proposed to open the totals: most of them, and never one alone. */
export function proposedThreshold(cards: number): number {
    return Math.max(2, Math.floor(cards / 2) + 1);
}

export function named(names: string[]): string[] {
    return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** The field that a problem of a profile is about, if it is about one. */
export function fieldOf(problem: Problem | null): ProfileField | null {
    switch (problem?.code) {
        case 'session.name-missing':
        case 'session.name-too-long':
            return (problem.facts['field'] as ProfileField | undefined) ?? null;
        case 'session.threshold':
        case 'session.one-card-opens':
        case 'session.one-holder-opens':
            return 'threshold';
        case 'session.year':
            return 'year';
        default:
            return null;
    }
}
