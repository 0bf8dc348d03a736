import { invoke } from '@tauri-apps/api/core';
import type { KioskCommands, Problem, ScreenCommands, SecretariatCommands, Status } from './generated';

/** Why a command was refused: a code with its facts, worded by `word`. */
export class Refusal extends Error {
    constructor(readonly problem: Problem) {
        super(problem.code);
    }
}

interface Signature {
    request: unknown;
    answer: unknown;
}

type Call<Commands extends { [Name in keyof Commands]: Signature }> = <Name extends keyof Commands & string>(
    name: Name,
    request: Commands[Name]['request'],
) => Promise<Commands[Name]['answer']>;

/** The one way to the program. A refusal is thrown as a `Refusal`; anything else that goes wrong, too. */
function call(name: string, request: unknown): Promise<unknown> {
    return answered(invoke(name, { request }));
}

async function answered<T>(asked: Promise<T>): Promise<T> {
    try {
        return await asked;
    } catch (error) {
        throw new Refusal(isProblem(error) ? error : { code: 'desk.unexpected', facts: { reason: String(error) } });
    }
}

function isProblem(value: unknown): value is Problem {
    return typeof value === 'object' && value !== null && 'code' in value && 'facts' in value;
}

export const secretariat = call as Call<SecretariatCommands>;
export const kiosk = call as Call<KioskCommands>;
export const screen = call as Call<ScreenCommands>;

declare global {
    interface Window {
        /** What public/first.js has asked. */
        firstStatus?: Promise<Status>;
    }
}

/** What the secretariat's window shows first: asked before this code was read, or else now. */
export function firstStatus(): Promise<Status> {
    const asked = window.firstStatus;
    delete window.firstStatus;
    return asked ? answered(asked) : secretariat('status', {});
}

/** The problem of something that was thrown. */
export function problemOf(error: unknown): Problem {
    return error instanceof Refusal ? error.problem : { code: 'desk.unexpected', facts: { reason: String(error) } };
}
