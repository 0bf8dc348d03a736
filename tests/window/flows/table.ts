/** The station and the two other holders of a key, played by a program of the tests: each call is one passing of the stick. */

import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../target/debug/table', import.meta.url));

/** What the station hands on, in order. */
export type Passing = 'invitation' | 'roster' | 'contributions' | 'all-shares' | 'closed-box' | 'totals';

export class Table {
    constructor(readonly folder: string) {}

    /** Hands on, and returns the path of the station's file and what it says aloud. What is brought is the holder's last file. */
    pass(what: Passing, brought?: string): { file: string; said: string } {
        const file = brought === undefined ? [] : [this.broughtAs(brought)];
        const program = process.env.PIAOJUE_TABLE ?? BUILT;
        const said = execFileSync(program, [this.folder, what, ...file], { encoding: 'utf8' }).trim();
        return { file: join(this.folder, `${what}.pjkeys`), said };
    }

    /** The holder's file of this kind on the stick. */
    broughtAs(kind: string): string {
        const name = readdirSync(this.folder).find((file) => file.startsWith(`${kind}-`) && file.endsWith('.pjkeys'));
        if (name === undefined) throw new Error(`no ${kind} is on the stick`);
        return join(this.folder, name);
    }
}
