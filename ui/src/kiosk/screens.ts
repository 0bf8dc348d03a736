import type { Challenged, Problem, RefusedReason, Review } from '../shared/generated';
import type { BallotState } from './ballot/state.svelte';

export type Screen =
    | { at: 'starting' }
    /** Nobody votes: the phase of the status says what is shown. */
    | { at: 'idle' }
    | { at: 'refused'; reason: RefusedReason; problem: Problem }
    | { at: 'ballot'; ballot: BallotState }
    | { at: 'review'; ballot: BallotState; review: Review }
    /** A ballot that was opened instead of being cast, with an empty one to vote anew. */
    | { at: 'challenged'; ballot: BallotState; challenged: Challenged }
    | { at: 'thanks'; trackingCode: string };

/** What is asked over the screen. */
export type Question =
    | { kind: 'too-many'; limit: number; category: string | null }
    | { kind: 'still-here' }
    | { kind: 'challenge' }
    /** Digits of the delegate's own; `before` are those that were added. */
    | { kind: 'digits'; before: string }
    | { kind: 'give-up' }
    | { kind: 'leave' }
    | { kind: 'trouble'; problem: Problem };

/** What the welcome says of the delegate before. */
export type Notice = 'timed-out' | 'given-up';
