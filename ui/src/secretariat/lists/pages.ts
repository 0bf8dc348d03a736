/** Rows that are drawn at once: more would make a long list slow to scroll. */
export const PAGE = 100;

/** How many pages a list takes; an empty one takes one. */
export function pagesOf(rows: number): number {
    return Math.max(1, Math.ceil(rows / PAGE));
}

/** The rows of a page, counted from 0. */
export function pageOf<T>(rows: readonly T[], page: number): readonly T[] {
    return rows.slice(page * PAGE, (page + 1) * PAGE);
}
