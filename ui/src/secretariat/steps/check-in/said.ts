import type { Problem } from '@/shared/generated';

/** What is said after an act at the desk. */
export type Said = { kind: 'done' | 'hint'; text: string } | { kind: 'problem'; problem: Problem };
