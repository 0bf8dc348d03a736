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

/** A certificate of an invented office with its key, in a .p12 file that this passphrase opens. */
export function certificate(folder: string, passphrase: string): string {
    const path = join(folder, 'office.p12');
    const [key, issued] = [join(folder, 'office.key'), join(folder, 'office.crt')];
    const subject = ['-utf8', '-subj', '/CN=样例乡人大办公室', '-days', '30'];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    openssl('req', '-x509', ...curve, '-keyout', key, '-out', issued, ...subject);
    openssl('pkcs12', '-export', '-inkey', key, '-in', issued, '-out', path, '-passout', `pass:${passphrase}`);
    return path;
}

function openssl(...words: string[]): void {
    execFileSync('openssl', words, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** What pdfsig says about a document's signatures. */
export function pdfsig(pdf: string): string {
    return execFileSync('pdfsig', [pdf], { encoding: 'utf8' });
}
