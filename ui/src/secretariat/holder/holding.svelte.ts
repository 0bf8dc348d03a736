// What the holder's page shows: the parts that are kept here, the one that is open, and the file that was written last.
import type { HolderParts, PartWritten, Problem, SecretariatCommands } from '@/shared/generated';
import { problemOf, secretariat } from '@/shared/ipc';

/** The commands that answer with the parts. */
type Showing = {
    [Name in keyof SecretariatCommands]: SecretariatCommands[Name]['answer'] extends HolderParts ? Name : never;
}[keyof SecretariatCommands];

/** The commands that do a step and write its file. */
type Writing = {
    [Name in keyof SecretariatCommands]: SecretariatCommands[Name]['answer'] extends PartWritten ? Name : never;
}[keyof SecretariatCommands];

export class Holding {
    /** None before the first answer. */
    parts: HolderParts | null = $state.raw(null);
    problem: Problem | null = $state.raw(null);
    busy = $state(false);
    /** Where the open part's file for the station was written just now; none where it wasn't. */
    path: string | null = $state(null);

    /** Asks for the parts. Answers whether it was done. */
    async show<Name extends Showing>(name: Name, request: SecretariatCommands[Name]['request']): Promise<boolean> {
        return this.#do(async () => {
            this.parts = await secretariat(name, request);
            this.path = null;
        });
    }

    /** Does a step. Answers whether it was done and its file written. */
    async step<Name extends Writing>(name: Name, request: SecretariatCommands[Name]['request']): Promise<boolean> {
        const done = await this.#do(async () => {
            const written: PartWritten = await secretariat(name, request);
            this.path = written.path;
        });
        await this.#look();
        return done;
    }

    async #do(act: () => Promise<void>): Promise<boolean> {
        this.busy = true;
        this.problem = null;
        try {
            await act();
            return true;
        } catch (error) {
            this.problem = problemOf(error);
            return false;
        } finally {
            this.busy = false;
        }
    }

    /** The parts as they are now: a step may be done though its file could not be written. */
    async #look(): Promise<void> {
        try {
            this.parts = await secretariat('holder_parts', {});
        } catch {
            // What is shown stays; the refusal of the step itself is shown beside it.
        }
    }
}
