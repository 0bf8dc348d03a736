/** The language that the application finds in its environment. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Language = 'zh-CN' | 'en-US';

/**
 * WebKit takes its language from setlocale, which knows compiled locales only:
 * one that is not installed reads "en-US", and C.UTF-8 even reads "C". So the
 * locale is compiled when the system lacks it.
 */
export function languageEnv(language: Language): NodeJS.ProcessEnv {
  const locale = language.replace('-', '_');
  const env = { LANG: `${locale}.UTF-8`, LANGUAGE: locale, LC_ALL: undefined };
  return installed(locale) ? env : { ...env, LOCPATH: compiled(locale) };
}

function installed(locale: string): boolean {
  const known = execFileSync('locale', ['-a'], { encoding: 'utf8' });
  return known.split('\n').some((line) => line.toLowerCase() === `${locale}.utf8`.toLowerCase());
}

/** The folder of compiled locales, kept between runs. */
function compiled(locale: string): string {
  const folder = join(tmpdir(), `piaojue-locales-${process.getuid?.() ?? 0}`);
  const target = join(folder, `${locale}.UTF-8`);
  if (existsSync(target)) return folder;
  mkdirSync(folder, { recursive: true });
  // Renamed when done: a compilation cut short must not pass for a whole one.
  const draft = `${target}.${process.pid}`;
  execFileSync('localedef', ['-i', locale, '-f', 'UTF-8', draft], { stdio: 'pipe' });
  try {
    renameSync(draft, target);
  } catch (error) {
    // Another test was quicker, and its locale is as good.
    if (!existsSync(target)) throw error;
    rmSync(draft, { recursive: true });
  }
  return folder;
}
