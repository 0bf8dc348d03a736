/** A walk through the screens on which paper ballots are read. */

import type { Desktop } from '../rig';
import { consent } from './form';
import { beginReading, readBallot } from './paper-entry';
import type { Visit } from './tour';

/** Paper ballots: the one who reads first, and the one who reads otherwise. */
export async function tourOfPaper(desktop: Desktop, visit: Visit): Promise<void> {
    await desktop.waitFor('paper-card');
    await visit('poll-paper');
    await desktop.click('paper-open');
    await desktop.waitFor('paper-who');
    await visit('paper-first');
    await beginReading(desktop, '莫垚', 3);
    await readBallot(desktop, ['1', '1', '2', ' ', '1']);
    await desktop.click('paper-unclear');
    await visit('paper-reading');
    await desktop.click('paper-next');
    await readBallot(desktop, Array.from({ length: 11 }, () => '1'));
    await desktop.waitFor('paper-breach');
    await visit('paper-void');
    await desktop.click('paper-finish');
    await desktop.waitFor('paper-who');
    await visit('paper-second');
    await beginReading(desktop, '黄喆');
    await readBallot(desktop, ['1', '1', '2', '1', '1']);
    await readBallot(desktop, ['1']);
    await readBallot(desktop, Array.from({ length: 11 }, () => '1'));
    await desktop.click('paper-finish');
    await desktop.waitFor('paper-differ');
    await visit('paper-differences');
    await desktop.click('paper-anew-0');
    await desktop.waitFor('paper-anew-dialog');
    await visit('paper-anew');
    await desktop.click('paper-anew-save');
    await desktop.waitFor('paper-decided-0');
    await desktop.click('paper-first-1');
    await desktop.waitFor('paper-decided-1');
    await visit('paper-decided');
    await desktop.click('paper-back');
    await desktop.waitFor('paper-leave-dialog');
    await visit('paper-leave');
    await desktop.click('paper-stay');
    await desktop.click('paper-enter');
    await desktop.waitFor('paper-enter-dialog');
    await visit('paper-enter');
    await consent(desktop, '龙䶮');
    await desktop.waitFor('paper-result');
    await visit('paper-result');
    await desktop.click('paper-back');
    await desktop.waitFor('poll-turnout');
}
