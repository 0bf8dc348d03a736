/** What the real windows refuse each other: the capabilities, tried from inside the pages. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesktop, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';
import { PIN } from '../flows/form';

let desktop: Desktop;

beforeAll(async () => {
    desktop = await startDesktop({ dataDir: newFolder('windows') });
    await desktop.window('secretariat');
    await desktop.invoke('create_sample', { operator: '操作员甲', pin: PIN });
    await desktop.run('location.reload()');
    await desktop.click('head-kiosk');
    await desktop.click('head-screen');
});

afterAll(() => desktop?.close());

test.each(['kiosk', 'screen'] as const)('%s reaches no command of the secretariat', async (window) => {
    await desktop.window(window);
    const commands = commandsOf('secretariat');
    expect(commands.length).toBeGreaterThan(50);
    for (const command of commands) {
        const answer = await desktop.invoke(command, {});
        expect(String('error' in answer ? answer.error : 'it was answered')).toContain('not allowed');
    }
});

test('the secretariat casts no vote', async () => {
    await desktop.window('secretariat');
    for (const command of commandsOf('kiosk')) {
        const answer = await desktop.invoke(command, {});
        expect(String('error' in answer ? answer.error : 'it was answered')).toContain('not allowed');
    }
});

test('no window speaks to a network', async () => {
    for (const window of ['secretariat', 'kiosk', 'screen'] as const) {
        await desktop.window(window);
        const reached = await desktop.run<boolean>(
            `const request = new XMLHttpRequest();
             request.open('GET', 'http://127.0.0.1:9/', false);
             try { request.send(); return true; } catch { return false; }`,
        );
        expect(reached).toBe(false);
    }
});

/** The commands of a window by its capability; a test of the desk holds that these are all. */
function commandsOf(window: string): string[] {
    const path = fileURLToPath(new URL(`../../../src-tauri/capabilities/${window}.json`, import.meta.url));
    const capability: { permissions: string[] } = JSON.parse(readFileSync(path, 'utf8'));
    return capability.permissions.map((name) => name.replace('allow-', '').replaceAll('-', '_'));
}
