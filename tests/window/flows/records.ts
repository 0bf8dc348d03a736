/** Records to check: one of the samples as it is, and altered by a single byte. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Desktop } from '../rig';
import { fill } from './form';

export interface SampleRecord {
    /** A copy of the sample, under a path that the driver can type. */
    path: string;
    /** The same, but for one byte of a sealed ballot. */
    altered: string;
    /** The station's public key, in hex. */
    station: string;
    /** The hash of the log's last entry, in hex. */
    head: string;
    /** A ballot of the first round. */
    ballot: { code: string; hash: string };
}

/** The record of a tie and a further round, which holds. Everything in a record is stored as it is, so it can be read here. */
export function sampleRecord(folder: string): SampleRecord {
    const bytes = readFileSync(fileURLToPath(new URL('../../fixtures/records/further.pjrecord', import.meta.url)));
    const text = bytes.toString('latin1');
    const [, code, hash] = found(text, /\{"code":"([0-9A-Z-]{19})","hash":"([0-9a-f]{64})","ballot":"/);
    const [, station] = found(text, /"station":"([0-9a-f]{64})"/);
    const [, head] = found(text, /"head":"([0-9a-f]{64})"/);
    const path = join(folder, 'record.pjrecord');
    const altered = join(folder, 'altered.pjrecord');
    writeFileSync(path, bytes);
    writeFileSync(altered, flipped(bytes, text.indexOf('"ballot":"') + '"ballot":"'.length));
    return { path, altered, station: station ?? '', head: head ?? '', ballot: { code: code ?? '', hash: hash ?? '' } };
}

/** On the page that checks records: chooses one and waits for what it comes to. */
export async function checkRecord(desktop: Desktop, path: string): Promise<void> {
    await fill(desktop, 'verify-file', path);
    await desktop.click('verify-start');
    await desktop.waitFor('verify-verdict');
}

function found(text: string, pattern: RegExp): RegExpExecArray {
    const match = pattern.exec(text);
    if (!match) throw new Error(`nothing in the record is ${pattern}`);
    return match;
}

function flipped(bytes: Buffer, at: number): Buffer {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
}
