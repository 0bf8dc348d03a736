// The grammar of wordings: that of the catalogue's own module, whose examples are read from it and tried here.
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { spoken } from '../src/shared/language.svelte';
import { word, wordOf } from '../src/shared/word';

const catalogues = vi.hoisted((): Record<string, Record<string, string>> => ({ 'zh-CN': {}, en: {} }));
vi.mock('../src/shared/messages.generated.json', () => ({ default: catalogues }));

/** Words a problem whose code has just this wording. */
function filled(wording: string, facts: Record<string, string>): string {
    catalogues.en = { ...catalogues.en, 'an.example': wording };
    return word({ code: 'an.example', facts });
}

beforeEach(() => {
    spoken.language = 'en';
    catalogues.en = { 'state.polling': 'polling', 'base.present': 'the delegates present' };
    catalogues['zh-CN'] = { 'state.polling': '投票' };
});

describe('a wording', () => {
    test('has its facts filled in once', () => {
        expect(filled('{a} of {b}', { a: '{b}', b: '2' })).toBe('{b} of 2');
    });

    test('takes a fact as it is', () => {
        expect(filled('“{a}”', { a: '$& [x] {y}' })).toBe('“$& [x] {y}”');
    });

    test('keeps the place of a fact that is not given', () => {
        expect(filled('{a} and {b}', { a: '1' })).toBe('1 and {b}');
    });

    test('words a fact that is a word of the program', () => {
        expect(filled('Of {base:base}.', { base: 'present' })).toBe('Of the delegates present.');
    });

    test('shows a word of the program that it has no wording for', () => {
        expect(filled('Of {base:base}.', { base: 'none-such' })).toBe('Of none-such.');
    });

    test('loses a part whose fact is empty, and only that', () => {
        const wording = '[In {category}: ]{seats} seats[ and {more}].';
        expect(filled(wording, { category: '', seats: '3', more: '4' })).toBe('3 seats and 4.');
        expect(filled(wording, { category: 'A', seats: '3', more: '' })).toBe('In A: 3 seats.');
    });

    test('loses a part if any of its facts is empty, also one that is a word of the program', () => {
        expect(filled('x[ {a} {b:base}]', { a: '1', b: '' })).toBe('x');
    });

    test('keeps a part whose fact is not given, or that has none', () => {
        expect(filled('x[ {a}][ y]', {})).toBe('x {a} y');
    });

    test('is that of the language that is spoken', () => {
        catalogues['zh-CN'] = { ...catalogues['zh-CN'], 'an.example': '正在{state:state}' };
        spoken.language = 'zh-CN';
        expect(word({ code: 'an.example', facts: { state: 'polling' } })).toBe('正在投票');
    });
});

test('a code without a wording shows itself and its facts', () => {
    expect(word({ code: 'none.such', facts: { row: '3', of: '4' } })).toBe('none.such row=3 of=4');
});

test('a word of the program is worded by its kind, and shows itself where it has no wording', () => {
    expect(wordOf('state', 'polling')).toBe('polling');
    spoken.language = 'zh-CN';
    expect(wordOf('state', 'polling')).toBe('投票');
    expect(wordOf('state', 'none-such')).toBe('none-such');
});

describe('the examples of the catalogue’s own module', () => {
    const module = new URL('../../src-tauri/crates/office/src/messages.rs', import.meta.url);
    const source = readFileSync(module, 'utf8');
    // Such as: let facts = [("a", "1")]; assert_eq!(fill(&CHINESE, "{a}", &facts), "1");
    const filling = /let facts = \[(.*?)\];\s*assert_eq!\(fill\(&CHINESE, "(.*?)", &facts\), "(.*?)"\)/g;
    const unknown = /assert_eq!\(text\(Language::English, "(.*?)", &\[(.*?)\]\), "(.*?)"\)/g;
    const factsOf = (list: string) =>
        Object.fromEntries([...list.matchAll(/\("(.*?)", "(.*?)"\)/g)].map(([, name = '', value = '']) => [name, value]));

    const fillings = [...source.matchAll(filling)].map(([, facts = '', wording = '', expected = '']) => ({
        wording,
        facts: factsOf(facts),
        expected,
    }));
    const unknowns = [...source.matchAll(unknown)].map(([, code = '', facts = '', expected = '']) => ({
        code,
        facts: factsOf(facts),
        expected,
    }));

    test('are found', () => {
        expect(fillings.length).toBeGreaterThanOrEqual(2);
        expect(unknowns.length).toBeGreaterThanOrEqual(1);
    });

    test.each(fillings)('are filled alike: $wording', ({ wording, facts, expected }) => {
        expect(filled(wording, facts)).toBe(expected);
    });

    test.each(unknowns)('show themselves alike: $code', ({ code, facts, expected }) => {
        expect(word({ code, facts })).toBe(expected);
    });
});
