import { texts } from '@/shared/language.svelte';
import type { RuleWords } from './rule';
import { english } from './sentences.en';
import { chinese } from './sentences.zh';

/** The title of each rule, and the one plain sentence that explains it. */
export const ruleWords = texts<RuleWords>(chinese, english);
