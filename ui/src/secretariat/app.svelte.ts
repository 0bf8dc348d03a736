// What the whole secretariat window shares: the open session, the step that is looked at, and what there is to say.
import type { Home, Problem, SecretariatCommands, Session, StepKey } from '../shared/generated';
import { problemOf, secretariat } from '../shared/ipc';

interface App {
    session: Session | null;
    /** The step that is looked at; the procedure's own is `session.current`. */
    step: StepKey;
    problem: Problem | null;
    notice: string | null;
    /** The start page's data, while no session is open. */
    home: Home | null;
    /** Acts under way. */
    acting: number;
}

export const app: App = $state({
    session: null,
    step: 'session',
    problem: null,
    notice: null,
    home: null,
    acting: 0,
});

/** The commands that answer with the session. */
export type Act = {
    [Name in keyof SecretariatCommands]: SecretariatCommands[Name]['answer'] extends Session ? Name : never;
}[keyof SecretariatCommands];

interface ActOptions {
    /** Throws a refusal instead of showing it: for dialogs, which show it themselves. */
    rethrow?: boolean;
    /** Stays at the step that is looked at, also when the procedure goes on. */
    stay?: boolean;
}

/** Counts the sessions that were taken, so that an answer that was overtaken isn't shown. */
let taken = 0;

/** Does something that answers with the session. Answers whether it was done. */
export async function act<Name extends Act>(
    name: Name,
    request: SecretariatCommands[Name]['request'],
    options: ActOptions = {},
): Promise<boolean> {
    app.problem = null;
    app.acting += 1;
    try {
        const session: Session = await secretariat(name, request);
        const moved = session.current !== app.session?.current;
        take(session);
        if (moved && !options.stay) {
            go(session.current);
        }
        return true;
    } catch (error) {
        if (options.rethrow) {
            throw error;
        }
        app.problem = problemOf(error);
        return false;
    } finally {
        app.acting -= 1;
    }
}

/** Takes a session as it is now. Another session than before begins at its current step. */
export function take(session: Session): void {
    taken += 1;
    const another = session.id !== app.session?.id;
    // An unchanged one is left as it is, so that what is built on it isn't disturbed.
    if (another || JSON.stringify(session) !== JSON.stringify(app.session)) {
        app.session = session;
    }
    if (another) {
        app.home = null;
        go(session.current);
    }
}

/** Looks at a step. */
export function go(step: StepKey): void {
    app.step = step;
    app.problem = null;
}

/** Asks for the session as it is now. An answer that an act has overtaken is dropped. */
export async function refresh(options: { quiet?: boolean } = {}): Promise<void> {
    const before = taken;
    try {
        const session = await secretariat('session', {});
        if (before === taken && app.session?.id === session.id) {
            take(session);
        }
    } catch (error) {
        if (!options.quiet) {
            app.problem = problemOf(error);
        }
    }
}

/** Closes the session and shows the start page. */
export async function leave(): Promise<void> {
    try {
        app.home = await secretariat('close_session', {});
        taken += 1;
        app.session = null;
        app.problem = null;
    } catch (error) {
        app.problem = problemOf(error);
    }
}

const NOTICE_MILLISECONDS = 8_000;
let noticeTimer: ReturnType<typeof setTimeout> | undefined;

/** Says something calmly for some seconds. */
export function inform(text: string): void {
    clearTimeout(noticeTimer);
    app.notice = text;
    noticeTimer = setTimeout(() => {
        app.notice = null;
    }, NOTICE_MILLISECONDS);
}
