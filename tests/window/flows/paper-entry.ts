/** Paper ballots, as tellers enter them with the keyboard. */

import { Key, until, type Desktop } from '../rig';
import { choose, fill } from './form';

/** The numbers of the delegates who haven't come. */
export async function absent(desktop: Desktop): Promise<string[]> {
    const answer = await desktop.invoke<{ rows: { number: string; present: boolean }[] }>('attendance', {});
    if ('error' in answer) throw new Error(JSON.stringify(answer.error));
    return answer.ok.rows.filter(({ present }) => !present).map(({ number }) => number);
}

/** Says who reads, and at the first reading how many ballots there are. */
export async function beginReading(desktop: Desktop, reader: string, ballots?: number): Promise<void> {
    await choose(desktop, 'paper-reader', reader);
    if (ballots !== undefined) {
        await fill(desktop, 'paper-ballots', String(ballots));
    }
    await desktop.click('paper-start');
    await desktop.waitFor('paper-reading');
}

/** Types a ballot: a key a candidate from the first on, then Enter. */
export async function readBallot(desktop: Desktop, keys: string[]): Promise<void> {
    const before = await entered(desktop);
    await desktop.press(...keys, Key.ENTER);
    await until(async () => (await entered(desktop)) > before || undefined, 5_000, 'the ballot to be entered');
}

/** How many ballots of this reading the program has. */
async function entered(desktop: Desktop): Promise<number> {
    const found = /\d+/.exec(await desktop.text('paper-progress'));
    return Number(found?.[0] ?? 0);
}
