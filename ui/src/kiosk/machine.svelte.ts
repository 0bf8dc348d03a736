import type { KioskStatus, MarkView, Review } from '../shared/generated';
import { kiosk, problemOf } from '../shared/ipc';
import { speak } from '../shared/language.svelte';
import { BallotState } from './ballot/state.svelte';
import { SlipCode } from './code.svelte';
import { raiseGuard } from './guard';
import type { Notice, Question, Screen } from './screens';
import { resetSettings } from './settings.svelte';

const POLL_MS = 1000;
const TICK_MS = 250;
/** Long enough to write a tracking code down by hand at seventy; the button ends it at once. */
const THANKS_MS = 30_000;
const NOTICE_MS = 30_000;

/** One kiosk, one delegate at a time. Every rule is the program's: this asks, and shows the answers. */
export class Machine {
    screen: Screen = $state.raw({ at: 'starting' });
    question: Question | null = $state.raw(null);
    status: KioskStatus | null = $state.raw(null);
    notice: Notice | null = $state(null);
    busy = $state(false);
    /** Seconds left to answer, or to read the tracking code. */
    seconds = $state(0);
    readonly code = new SlipCode();

    #touchedAt = 0;
    #endsAt = 0;
    #turn: Promise<unknown> = Promise.resolve();

    /** Begins, on an empty screen whatever was before. Gives what ends it. */
    start(): () => void {
        this.touched();
        void this.#clear(null);
        const poll = setInterval(() => void this.#poll(), POLL_MS);
        const tick = setInterval(() => this.#tick(performance.now()), TICK_MS);
        return () => {
            clearInterval(poll);
            clearInterval(tick);
        };
    }

    touched(): void {
        this.#touchedAt = performance.now();
    }

    /** Whether a slip's code would be taken now. */
    get takesCode(): boolean {
        const waiting = this.screen.at === 'idle' || this.screen.at === 'refused';
        return waiting && this.status?.phase === 'open' && this.question === null;
    }

    get asksPin(): boolean {
        return this.question?.kind === 'leave' || (this.screen.at === 'idle' && this.status?.phase === 'locked');
    }

    admit(code: string): Promise<void> {
        return this.#once(async () => {
            const admission = await kiosk('kiosk_admit', { code });
            this.notice = null;
            this.code.clear();
            if (admission.answer === 'ballot') {
                this.#show({ at: 'ballot', ballot: new BallotState(admission.ballot) });
            } else if (admission.answer === 'refused') {
                this.code.keep(admission.reason === 'mistyped' ? code : '');
                this.#show({ at: 'refused', reason: admission.reason, problem: admission.problem });
            } else {
                this.#show({ at: 'idle' });
                this.#takeStatus(await kiosk('kiosk_status', {}));
            }
        });
    }

    /** From a refusal back to the welcome, with the settings of who stands there. */
    again(): void {
        this.#show({ at: 'idle' });
    }

    mark(ballot: BallotState, place: number, mark: MarkView): Promise<void> {
        return this.#inTurn(async () => {
            const marked = await kiosk('kiosk_mark', { place, mark });
            ballot.take(marked);
            if (marked.tooMany !== null && this.#stillOn(ballot)) {
                this.ask({ kind: 'too-many', limit: marked.tooMany, category: ballot.categoryOf(place) });
            }
        });
    }

    review(ballot: BallotState): Promise<void> {
        return this.#once(async () => {
            const review = await kiosk('kiosk_review', {});
            if (this.#stillOn(ballot)) {
                ballot.takeMarks(review.marks);
                this.#show({ at: 'review', ballot, review });
            }
        });
    }

    change(ballot: BallotState): void {
        this.#show({ at: 'ballot', ballot });
    }

    /** Opens the sealed ballot instead of casting it: it is spoiled, and the slip opens another. */
    challenge(): Promise<void> {
        this.answer();
        return this.#once(async () => {
            const challenged = await kiosk('kiosk_challenge', {});
            if (this.screen.at === 'review') {
                this.#show({ at: 'challenged', ballot: new BallotState(challenged.ballot), challenged });
            }
        });
    }

    /** Has the ballot sealed anew with these digits behind its code; none where they are empty. */
    addDigits(digits: string): Promise<void> {
        this.answer();
        return this.#once(async () => {
            const review = await kiosk('kiosk_digits', { digits });
            if (this.screen.at === 'review') {
                this.#show({ ...this.screen, review });
            }
        });
    }

    cast(blankMeant: boolean): Promise<void> {
        return this.#once(async () => {
            const receipt = await kiosk('kiosk_cast', { blankMeant });
            this.#endsAt = performance.now() + THANKS_MS;
            this.seconds = THANKS_MS / 1000;
            this.#show({ at: 'thanks', trackingCode: receipt.trackingCode });
        });
    }

    /** The thanks are read. */
    finish(): void {
        this.#reset();
        void this.#askStatus();
    }

    giveUp(): Promise<void> {
        return this.#clear('given-up');
    }

    ask(question: Question): void {
        this.question = question;
        raiseGuard();
    }

    /** Closes what is asked over the screen. */
    answer(): void {
        this.touched();
        this.question = null;
        raiseGuard();
    }

    /** After trouble: where the delegate can't go on voting, the ballot is put away instead of asking in vain. */
    async settle(): Promise<void> {
        this.answer();
        await this.#askStatus();
        if (!['ballot', 'review', 'challenged'].includes(this.screen.at)) {
            return;
        }
        const review = await this.#heldBallot();
        if (this.status?.phase !== 'open' || review === null) {
            await this.#clear(null);
        } else if (this.screen.at === 'review') {
            // Where casting failed, the ballot is sealed anew and has another code.
            this.#show({ ...this.screen, review });
        }
    }

    async unlock(pin: string): Promise<void> {
        this.#takeStatus(await kiosk('kiosk_unlock', { pin }));
        this.#reset();
    }

    async leave(pin: string): Promise<void> {
        await kiosk('kiosk_leave', { pin });
        this.#reset();
    }

    /** The delegate's ballot, if the program still holds it. */
    #heldBallot(): Promise<Review | null> {
        return kiosk('kiosk_review', {}).catch(() => null);
    }

    async #clear(notice: Notice | null): Promise<void> {
        this.#reset();
        this.notice = notice;
        await this.#inTurn(async () => this.#takeStatus(await kiosk('kiosk_clear', {})));
    }

    /** Forgets the delegate: ballot, code, settings. */
    #reset(): void {
        this.question = null;
        this.notice = null;
        this.code.clear();
        resetSettings();
        if (this.status) {
            speak(this.status.language);
        }
        this.#show({ at: this.status ? 'idle' : 'starting' });
    }

    #show(screen: Screen): void {
        this.screen = screen;
        this.touched();
        raiseGuard();
    }

    /** An answer may come when the delegate is gone. */
    #stillOn(ballot: BallotState): boolean {
        return this.screen.at === 'ballot' && this.screen.ballot === ballot;
    }

    async #poll(): Promise<void> {
        if (['starting', 'idle', 'refused'].includes(this.screen.at)) {
            await this.#askStatus();
        }
    }

    /** Without an answer the screen stays as it is: it is asked again in a second. */
    async #askStatus(): Promise<void> {
        const status = await kiosk('kiosk_status', {}).catch(() => null);
        if (status) {
            this.#takeStatus(status);
        }
    }

    #takeStatus(status: KioskStatus): void {
        const before = this.status;
        this.status = status;
        if (before?.language !== status.language) {
            speak(status.language);
        }
        if (this.screen.at === 'starting' || (this.screen.at === 'refused' && status.phase !== 'open')) {
            this.#show({ at: 'idle' });
        } else if (this.screen.at === 'idle' && before?.phase !== status.phase) {
            raiseGuard();
        }
    }

    #tick(now: number): void {
        switch (this.screen.at) {
            case 'ballot':
            case 'review':
            case 'challenged':
                this.#watch(now);
                break;
            case 'thanks':
                if (this.#countDown(now)) {
                    this.finish();
                }
                break;
            case 'idle':
            case 'refused':
                this.#tidy(now);
                break;
        }
    }

    /** Asks who hasn't touched anything for long whether they are there, and clears the screen when nobody answers. */
    #watch(now: number): void {
        if (this.question?.kind === 'still-here') {
            if (this.#countDown(now)) {
                void this.#clear('timed-out');
            }
        } else if (this.status && now - this.#touchedAt >= this.status.idleSeconds * 1000) {
            this.#endsAt = now + this.status.warningSeconds * 1000;
            this.seconds = this.status.warningSeconds;
            this.ask({ kind: 'still-here' });
        }
    }

    /** What somebody left behind who went away without voting. */
    #tidy(now: number): void {
        const quiet = now - this.#touchedAt;
        if (this.notice !== null && quiet >= NOTICE_MS) {
            this.notice = null;
        }
        if (this.status && quiet >= this.status.idleSeconds * 1000) {
            this.#reset();
        }
    }

    #countDown(now: number): boolean {
        this.seconds = Math.max(0, Math.ceil((this.#endsAt - now) / 1000));
        return this.seconds === 0;
    }

    /** One after another, so that a late answer never undoes a later touch. */
    #inTurn(task: () => Promise<void>): Promise<void> {
        const turn = this.#turn.then(task).catch((error: unknown) => {
            this.ask({ kind: 'trouble', problem: problemOf(error) });
        });
        this.#turn = turn;
        return turn;
    }

    /** For what must not be begun twice. */
    async #once(task: () => Promise<void>): Promise<void> {
        if (!this.busy) {
            this.busy = true;
            await this.#inTurn(task);
            this.busy = false;
        }
    }
}
