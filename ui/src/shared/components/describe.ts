/** The ids of what describes a field, for `aria-describedby`: what is wrong first, then the hint. */
export function describedBy(id: string, wrong: unknown, hint: unknown): string | undefined {
    const ids = [wrong ? `${id}-wrong` : '', hint ? `${id}-hint` : ''].filter((part) => part !== '');
    return ids.length > 0 ? ids.join(' ') : undefined;
}
