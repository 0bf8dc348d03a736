import type { CandidateVerdict } from '@/shared/generated';

/** Whether a row shows the signs of an adopted project. */
export function isAdopted(verdict: CandidateVerdict): boolean {
    return verdict === 'adopted' || verdict === 'adopted-by-lot';
}
