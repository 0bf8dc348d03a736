/** What is looked at on a screen: a picture where one is asked for, and whatever keeps anybody out that a machine can find. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inTheWay, sleep, type Desktop } from '../rig';
import type { Language, Visit } from './tour';

/** The folder that pictures are written to; none where none are asked for. */
export const pictures = process.env.PIAOJUE_PICTURES;

export interface Walk {
    language: Language;
    width: number;
    height: number;
}

/** Looks at a screen: a picture where one is asked for, and whatever keeps anybody out is put on the list. */
export function visitor(desktop: Desktop, { language, width, height }: Walk, found: string[]): Visit {
    return async (screen) => {
        if (pictures) {
            // Fonts come when they are first needed.
            await sleep(500);
            const folder = join(pictures, `${language}-${width}x${height}`);
            mkdirSync(folder, { recursive: true });
            await desktop.screenshot(join(folder, `${screen}.png`));
        }
        const violations = await desktop.axe();
        for (const { id, nodes } of violations) {
            found.push(`${screen}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
        }
        found.push(...(await inTheWay(desktop)).map((fault) => `${screen}: ${fault}`));
    };
}
