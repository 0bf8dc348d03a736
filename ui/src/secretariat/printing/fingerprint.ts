/** A hash or key in groups that can be compared with paper; none where a record says something else in its place. */
export function groupsOf(hex: string): string | null {
    return /^[0-9a-f]{64}$/.test(hex) ? (hex.match(/.{4}/g) ?? []).join(' ') : null;
}
