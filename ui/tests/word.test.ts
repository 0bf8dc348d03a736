// The grammar of wordings: the cases are those that the catalogue's own tests try.
import { beforeEach, expect, test, vi } from 'vitest';
import cases from '../../src-tauri/crates/messages/cases.json';
import { spoken } from '../src/shared/language.svelte';
import { word, wordOf } from '../src/shared/word';

const catalogues = vi.hoisted((): Record<string, Record<string, string>> => ({ 'zh-CN': {}, en: {} }));
vi.mock('../src/shared/messages.generated.json', () => ({ default: catalogues }));

/** Words a problem whose code has just this wording. */
function filled(wording: string, facts: Record<string, string>): string {
    catalogues.en = { ...catalogues.en, 'an.example': wording };
    return word({ code: 'an.example', facts });
}

/** The facts of a case: what TypeScript takes the file's objects for has every fact of any case. */
function factsOf(facts: Record<string, string | undefined>): Record<string, string> {
    return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value ?? '']));
}

beforeEach(() => {
    spoken.language = 'en';
    catalogues.en = { ...cases.wordings };
    catalogues['zh-CN'] = { 'state.polling': '投票' };
});

test.each(cases.filled)('a wording is filled with its facts: $wording', ({ wording, facts, text }) => {
    expect(filled(wording, factsOf(facts))).toBe(text);
});

test.each(cases.unknown)('a code without a wording shows itself and its facts: $code', ({ code, facts, text }) => {
    expect(word({ code, facts: factsOf(facts) })).toBe(text);
});

test('a wording is that of the language that is spoken', () => {
    catalogues['zh-CN'] = { ...catalogues['zh-CN'], 'an.example': '正在{state:state}' };
    spoken.language = 'zh-CN';
    expect(word({ code: 'an.example', facts: { state: 'polling' } })).toBe('正在投票');
});

test('a word of the program is worded by its kind, and shows itself where it has no wording', () => {
    expect(wordOf('state', 'sealed')).toBe('shut');
    spoken.language = 'zh-CN';
    expect(wordOf('state', 'polling')).toBe('投票');
    expect(wordOf('state', 'none-such')).toBe('none-such');
});
