import type { DelegateForm } from '@/shared/generated';

/** The delegates whose number, name or delegation has what was typed, of one delegation where one is chosen. */
export function matching(
    delegates: readonly DelegateForm[],
    typed: string,
    delegation: string | null,
): readonly DelegateForm[] {
    const sought = typed.trim().normalize('NFKC').toLowerCase();
    const has = (text: string) => text.toLowerCase().includes(sought);
    return delegates.filter(
        (delegate) =>
            (delegation === null || delegate.delegation === delegation) &&
            (has(delegate.number) || has(delegate.name) || has(delegate.delegation)),
    );
}
