// Whether a list can be imported, and what it consists of.
import type { ImportPreview, ImportQuestion } from '@/shared/generated';

/** Questions that nobody has answered yet. */
export function openQuestions(preview: ImportPreview): ImportQuestion[] {
    return preview.questions.filter((question) => question.answer === null);
}

/** Whether there is nothing to look at: all is taken as it is written. */
export function isUnchanged(preview: ImportPreview): boolean {
    const untouched = preview.changes.length === 0 && preview.questions.length === 0;
    return untouched && preview.rows.every((row) => row.notice === null);
}

/** How many delegations or categories the list names. */
export function namedGroups(preview: ImportPreview): number {
    return preview.groups.filter((group) => group.name !== '').length;
}
