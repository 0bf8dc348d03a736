import type { BallotBlock, BallotCandidate, BallotView, Marked, MarkView } from '@/shared/generated';

/** The ballot as the screen shows it. The program sets the marks; here only what has changed is passed on. */
export class BallotState {
    readonly candidates: BallotCandidate[];
    readonly oppose: boolean;
    readonly exactly: boolean;
    readonly marks: MarkView[] = $state([]);
    readonly blocks: BallotBlock[] = $state([]);
    /** Where the list was scrolled to, for who comes back from the review. */
    scrolled = 0;

    constructor(view: BallotView) {
        this.candidates = view.candidates;
        this.oppose = view.oppose;
        this.exactly = view.exactly;
        this.marks.push(...view.marks);
        this.blocks.push(...view.blocks);
    }

    take(marked: Marked): void {
        this.takeMarks(marked.marks);
        for (const [index, block] of marked.blocks.entries()) {
            Object.assign(this.blocks[index] ?? {}, block);
        }
    }

    takeMarks(marks: MarkView[]): void {
        for (const [place, mark] of marks.entries()) {
            this.marks[place] = mark;
        }
    }

    categoryOf(place: number): string | null {
        const block = this.candidates[place]?.block ?? 0;
        return this.blocks[block]?.category ?? null;
    }
}
