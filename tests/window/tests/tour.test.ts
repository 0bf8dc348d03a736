/**
 * Every screen in both languages: nothing keeps anybody out that a machine can find. Where PIAOJUE_PICTURES names a folder, a
 * picture of each screen is written there, in two sizes.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTheWay, sleep, startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { tour, type Language, type Visit } from '../flows/tour';
import { tourOfKiosks } from '../flows/tour-kiosks';

const pictures = process.env.PIAOJUE_PICTURES;

interface Walk {
    language: Language;
    width: number;
    height: number;
}

const SMALL = { width: 1280, height: 800 };
const LARGE = { width: 1920, height: 1080 };
const SHORT: Walk[] = [{ language: 'zh-CN', ...SMALL }, { language: 'en', ...LARGE }];
const WHOLE: Walk[] = [...SHORT, { language: 'en', ...SMALL }, { language: 'zh-CN', ...LARGE }];

/** Looks at a screen: a picture where one is asked for, and whatever keeps anybody out is put on the list. */
function visitor(desktop: Desktop, { language, width, height }: Walk, found: string[]): Visit {
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

test.each(pictures ? WHOLE : SHORT)(
    'every screen in $language at $width × $height',
    async (walk) => {
        const dataDir = newFolder('tour-data');
        const desktop = await startDesktop({ dataDir, size: walk });
        const found: string[] = [];
        try {
            await tour(desktop, walk.language, dataDir, visitor(desktop, walk, found));
        } finally {
            await desktop.close();
        }
        expect(found).toEqual([]);
    },
    900_000,
);

test.each(pictures ? WHOLE : SHORT)(
    'every screen of several kiosks in $language at $width × $height',
    async (walk) => {
        const dataDir = newFolder('tour-station');
        const found: string[] = [];
        const station = await startDesktop({ dataDir, size: walk });
        try {
            const kiosk = await startDesktop({ dataDir: newFolder('tour-kiosk'), size: walk });
            try {
                const hall = { station, kiosk, language: walk.language, dataDir, stick: newFolder('tour-stick') };
                await tourOfKiosks(hall, visitor(station, walk, found), visitor(kiosk, walk, found));
            } finally {
                await kiosk.close();
            }
        } finally {
            await station.close();
        }
        expect(found).toEqual([]);
    },
    900_000,
);
