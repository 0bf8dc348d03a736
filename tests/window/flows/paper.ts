/** What the program wrote, read as a person reads paper. */

import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder and below whose names end so, in order of their names. */
export function files(folder: string, ending: string): string[] {
    const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return entries.filter((name) => name.endsWith(ending)).sort().map((name) => join(folder, name));
}

export function textOf(pdf: string): string {
    return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
}

/** The codes of all slips on a sheet. */
export function slipsOn(pdf: string): string[] {
    return textOf(pdf).match(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/g) ?? [];
}

/** The five rows of a key card. */
export function rowsOn(pdf: string): string[] {
    return textOf(pdf).match(/\b[0-9A-Z]{4}(?: +[0-9A-Z]{4}){3}\b/g) ?? [];
}
