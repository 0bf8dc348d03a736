/** Nothing that a run of the application started is left when it ends, however it ends. */

import { expect, test } from 'vitest';
import { startDesktop, startedWith, until, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';

const ENDINGS: [string, (desktop: Desktop) => Promise<void>][] = [
    ['when the tests end it', (desktop) => desktop.close()],
    ['when it is killed', (desktop) => desktop.kill()],
];

test.each(ENDINGS)('%s, nothing is left of what it started', async (_, end) => {
    const dataDir = newFolder('left-behind');
    // Every program inherits this variable from the one that starts it.
    const running = () => startedWith('PIAOJUE_DATA', dataDir);
    expect(running()).toEqual([]);
    const desktop = await startDesktop({ dataDir });
    try {
        await desktop.window('secretariat');
        expect(running()).toEqual(expect.arrayContaining(['Xvfb', 'openbox', 'dbus-daemon', 'WebKitWebProces']));
        await end(desktop);
        const left = await until(() => (running().length === 0 ? [] : undefined), 5_000, 'an end').catch(running);
        expect(left).toEqual([]);
    } finally {
        await desktop.close();
    }
});
