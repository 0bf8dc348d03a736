import type { ResultView, RoundNumber } from '@/shared/generated';

/** What is to be done next with a round's result. */
export type Next = 'lots' | 'confirm' | 'announce' | 'begin-next' | 'documents';

/** The next act of the latest round; none for an earlier one, or before there is a result. */
export function nextOf(view: ResultView): Next | null {
    if (!isLatest(view)) {
        return null;
    }
    switch (view.state) {
        case 'counted':
            return lotsOpen(view) ? 'lots' : 'confirm';
        case 'confirmed':
            return 'announce';
        case 'announced':
        case 'void':
            return view.pending.length > 0 && !view.ended ? 'begin-next' : 'documents';
        default:
            return null;
    }
}

/** Whether lots are called for and not drawn yet. */
export function lotsOpen(view: ResultView): boolean {
    return view.decision !== null && view.decision.lots.length > 0 && view.decision.drawn.length === 0;
}

/** The number of the round that is begun next. */
export function nextRound(view: ResultView): RoundNumber {
    return (view.rounds.at(-1)?.number ?? view.round) + 1;
}

function isLatest(view: ResultView): boolean {
    return view.round === view.rounds.at(-1)?.number;
}
