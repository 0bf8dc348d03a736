/** Start and memory, against an application with one empty window on the same machine, in the same run. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startDesktop, until, type Desktop } from '../rig';
import { newFolder } from '../flows/folder';

const built = (name: string) => fileURLToPath(new URL(`../../../target/release/${name}`, import.meta.url));
const RUNS = 9;
/** Both pages mark the first frame in which they can be used. */
const USABLE = "performance.getEntriesByName('usable')[0]?.startTime";

interface Measured {
    /** Milliseconds from the start of the process to the first frame of the window's page. */
    start: number;
    /** Proportional memory of all its processes, in MiB. */
    memory: number;
}

test('the first usable screen and the memory are at most 1.5 times an empty window', async () => {
    const empty: Measured[] = [];
    const ours: Measured[] = [];
    for (let run = 0; run < RUNS; run += 1) {
        empty.push(await measure('piaojue-empty'));
        ours.push(await measure('piaojue-automated', 'home'));
    }
    const ratio = (of: keyof Measured) => median(ours, of) / median(empty, of);
    console.log(
        `start: empty ${median(empty, 'start').toFixed(0)} ms, ours ${median(ours, 'start').toFixed(0)} ms, ratio ${ratio('start').toFixed(2)}`,
    );
    console.log(
        `memory: empty ${median(empty, 'memory').toFixed(0)} MiB, ours ${median(ours, 'memory').toFixed(0)} MiB, ratio ${ratio('memory').toFixed(2)}`,
    );
    expect(ratio('start')).toBeLessThanOrEqual(1.5);
    expect(ratio('memory')).toBeLessThanOrEqual(1.5);
});

async function measure(binary: string, testid?: string): Promise<Measured> {
    const dataDir = newFolder('speed');
    const desktop = await startDesktop({ dataDir, binary: built(binary) });
    try {
        if (testid) {
            await desktop.window('secretariat');
            await desktop.waitFor(testid);
        }
        return { start: await startedIn(desktop), memory: memory(desktop.pid) };
    } finally {
        await desktop.close();
    }
}

/** From the process' start to the first frame in which the page can be used. */
async function startedIn(desktop: Desktop): Promise<number> {
    const ask = async () => (await desktop.run<number | null>(`return ${USABLE} ?? null`)) || undefined;
    const shown = await until(ask, 5_000, 'the first screen to be marked');
    const origin = await desktop.run<number>('return performance.timeOrigin');
    return origin + shown - processStart(desktop.pid);
}

/** When a process was started, in milliseconds since 1970. */
function processStart(pid: number): number {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    const hertz = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
    const boot = Number(/btime (\d+)/.exec(readFileSync('/proc/stat', 'utf8'))?.[1]);
    // The boot time is known to the second only; the clock since boot tells the rest.
    const uptime = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
    const bootExactly = Date.now() - uptime * 1000;
    return (Math.abs(bootExactly - boot * 1000) < 2000 ? bootExactly : boot * 1000) + (ticks / hertz) * 1000;
}

function memory(pid: number): number {
    const children = (parent: number): number[] => {
        const list = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim();
        const direct = list ? list.split(' ').map(Number) : [];
        return [parent, ...direct.flatMap(children)];
    };
    const kibibytes = children(pid).map((process) => {
        const smaps = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8');
        return Number(/^Pss:\s+(\d+)/m.exec(smaps)?.[1] ?? 0);
    });
    return kibibytes.reduce((sum, one) => sum + one, 0) / 1024;
}

function median(measured: Measured[], of: keyof Measured): number {
    const sorted = measured.map((one) => one[of]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
