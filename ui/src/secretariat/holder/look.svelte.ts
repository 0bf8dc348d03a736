import type { BoxFound, HoldersFound, InvitationFound, Problem } from '@/shared/generated';
import { problemOf, secretariat } from '@/shared/ipc';

/** What a file of the station is found to be, by the command that looks at it. */
interface Looks {
    read_invitation: InvitationFound;
    read_holders: HoldersFound;
    read_closed_box: BoxFound;
}

/** A file of the station that is looked at before it is taken. */
export class Look<Name extends keyof Looks> {
    file = $state('');
    found: Looks[Name] | null = $state.raw(null);
    problem: Problem | null = $state.raw(null);
    busy = $state(false);

    constructor(readonly name: Name) {}

    clear(): void {
        this.file = '';
        this.found = null;
    }

    async look(): Promise<void> {
        this.busy = true;
        this.problem = null;
        this.found = null;
        try {
            this.found = (await secretariat(this.name, { file: this.file })) as Looks[Name];
        } catch (error) {
            this.problem = problemOf(error);
        } finally {
            this.busy = false;
        }
    }
}
