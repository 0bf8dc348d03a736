/**
 * Every screen in both languages: nothing keeps anybody out that a machine can find. Where PIAOJUE_PICTURES names a folder, a
 * picture of each screen is written there, in two sizes.
 */

import { expect, test } from 'vitest';
import { startDesktop } from '../rig';
import { newFolder } from '../flows/folder';
import { tour } from '../flows/tour';
import { tourOfKiosks } from '../flows/tour-kiosks';
import { pictures, visitor, type Walk } from '../flows/visitor';

const SMALL = { width: 1280, height: 800 };
const LARGE = { width: 1920, height: 1080 };
const SHORT: Walk[] = [{ language: 'zh-CN', ...SMALL }, { language: 'en', ...LARGE }];
const WHOLE: Walk[] = [...SHORT, { language: 'en', ...SMALL }, { language: 'zh-CN', ...LARGE }];

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
