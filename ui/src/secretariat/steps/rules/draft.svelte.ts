import type { RulesForm } from '@/shared/generated';

/** Rules that were changed and not saved: they outlast a look at another step. */
export const draft: { session: string; rules: RulesForm | null } = $state({ session: '', rules: null });
