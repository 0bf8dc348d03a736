// The interface's own sources, as text.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const SOURCES = new URL('../src', import.meta.url).pathname;

export interface Source {
    /** With its folders, below `src`. */
    path: string;
    text: string;
}

/** The sources in a folder and those below it whose names end in one of these. */
export function sources(folder: string, ...endings: string[]): Source[] {
    const entries = readdirSync(join(SOURCES, folder), { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
        .map((entry) => read(relative(SOURCES, join(entry.parentPath, entry.name))));
}

export function read(path: string): Source {
    return { path, text: readFileSync(join(SOURCES, path), 'utf8') };
}

/** Without comments of markup, script and style. */
export function withoutComments(text: string): string {
    return text
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/(^|\s)\/\/.*$/gm, '$1');
}
