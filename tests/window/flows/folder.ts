import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let made = 0;

/** A new folder whose path has no capitals: the driver types them without shift. */
export function newFolder(name: string): string {
    made += 1;
    const path = join(tmpdir(), `piaojue-${name}-${process.pid}-${Date.now()}-${made}`);
    mkdirSync(path);
    return path;
}
