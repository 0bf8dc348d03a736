// What is said about a list before it is imported: what was changed, what keeps it from being imported, and where to go.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ImportChange, ImportPreview, ImportQuestion, ImportRow } from '../src/shared/generated';
import { spoken } from '../src/shared/language.svelte';
import { kinds, taken } from '../src/secretariat/lists/preview/changes';
import { fieldOf, letter, titleOf, titleRows, valuesOf } from '../src/secretariat/lists/preview/columns';
import { next } from '../src/secretariat/lists/preview/findings';
import { placeName, rowsInWords } from '../src/secretariat/lists/preview/places';
import { isUnchanged, namedGroups, openQuestions } from '../src/secretariat/lists/preview/readiness';
import { text } from '../src/secretariat/lists/preview/texts';

const at = (row: number, sheet = 0) => ({ sheet, row });

const row = (number: number, cells: string[], notice: string | null = null): ImportRow => ({
    sheet: 0,
    row: number,
    titles: false,
    cells,
    hidden: false,
    leftOut: false,
    notice,
});

const change = (number: number, code: string, from: string, to: string): ImportChange => ({
    sheet: 0,
    row: number,
    column: 1,
    code,
    from,
    to,
});

const question = (id: string, answer: string | null): ImportQuestion => ({
    id,
    code: 'list.hidden-rows',
    rows: [at(5), at(6)],
    about: '',
    choices: ['keep', 'leave-out'],
    proposal: null,
    answer,
});

const GOOD: ImportPreview = {
    kind: 'delegates',
    name: 'roster.xlsx',
    sheet: 'Sheet1',
    sheets: ['Sheet1'],
    problem: null,
    titleRow: 1,
    titles: ['代表证号', '姓名', '代表团'],
    fields: ['number', 'name', 'delegation', 'in_office'],
    columns: [
        { column: 0, title: '代表证号', field: 'number' },
        { column: 1, title: '姓\n名', field: 'name' },
        { column: 2, title: '备注', field: null },
    ],
    rows: [{ ...row(1, ['代表证号', '姓名', '备注']), titles: true }, row(2, ['001', '钱乙', '']), row(3, ['002', '孙丙', '女'])],
    groups: [
        { name: '一团', count: 1 },
        { name: '', count: 1 },
    ],
    changes: [],
    questions: [],
    findings: [],
    usable: 2,
    ready: true,
};

beforeEach(() => {
    spoken.language = 'en';
});

describe('changes', () => {
    const preview = {
        ...GOOD,
        rows: [...GOOD.rows, row(4, ['', '合计', ''], 'list.total-row'), row(5, ['', '小计', ''], 'list.total-row')],
        changes: [
            change(2, 'list.padding', '钱　乙', '钱乙'),
            change(2, 'list.remark', '钱乙（女）', '钱乙'),
            change(3, 'list.padding', '孙　丙', '孙丙'),
        ],
    };

    test('are one line for each kind, with the first as its example, and rows that are left out after them', () => {
        const lines = kinds(preview).map(({ code, places, example }) => [code, places.map((place) => place.row), example?.from]);
        expect(lines).toEqual([
            ['list.padding', [2, 3], '钱　乙'],
            ['list.remark', [2], '钱乙（女）'],
            ['list.total-row', [4, 5], undefined],
        ]);
    });

    test('lead to their cells, and left-out rows to their rows', () => {
        const [padding, , total] = kinds(preview);
        expect(padding?.places[1]).toEqual({ sheet: 0, row: 3, column: 1 });
        expect(total?.places[0]).toEqual({ sheet: 0, row: 4, column: null });
    });

    test('show what is taken at the cell that they are about', () => {
        expect(taken(preview).get('0-3-1')).toBe('孙丙');
        expect(taken(preview).get('0-3-2')).toBeUndefined();
    });

    test('show no number that was given to a name in the place of the name, and one in the place of no number', () => {
        const numbered = [change(2, 'list.padding', '钱　乙', '钱乙'), change(2, 'list.numbered', '', '1')];
        expect(taken({ ...GOOD, changes: numbered }).get('0-2-1')).toBe('钱乙');
        const empty = [row(2, ['', '', ''])];
        expect(taken({ ...GOOD, rows: empty, changes: [change(2, 'list.numbered', '', '1')] }).get('0-2-1')).toBe('1');
    });

    test('show no number twice that is taken as its format shows it', () => {
        const shown = [change(2, 'list.number-format', '2', '钱乙')];
        expect(taken({ ...GOOD, changes: shown }).size).toBe(0);
    });

    test('keep a list from being called unchanged, as do questions that were answered', () => {
        expect(isUnchanged(GOOD)).toBe(true);
        expect(isUnchanged(preview)).toBe(false);
        expect(isUnchanged({ ...GOOD, rows: preview.rows })).toBe(false);
        expect(isUnchanged({ ...GOOD, questions: [question('q', 'keep')] })).toBe(false);
    });
});

describe('rows in words', () => {
    test('are ranges where they are neighbours', () => {
        expect(rowsInWords(GOOD, [3, 5, 6, 7, 9].map((row) => at(row)))).toBe('3, 5–7, 9');
    });

    test('name a row of several changes once', () => {
        expect(rowsInWords(GOOD, [3, 3, 4].map((row) => at(row)))).toBe('3–4');
    });

    test('stop after some', () => {
        expect(rowsInWords(GOOD, [1, 3, 5, 7, 9, 11, 13].map((row) => at(row)))).toBe('1, 3, 5, 7, 9, 11, …');
    });

    test('name their sheets where several are one list', () => {
        const two = { ...GOOD, sheet: null, sheets: ['First', 'Second'] };
        expect(rowsInWords(two, [at(2), at(3), at(4, 1)])).toBe('2–3 (First), 4 (Second)');
        expect([placeName(two, at(2, 1)), placeName(GOOD, at(2))]).toEqual(['Second, row 2', 'Row 2']);
    });
});

describe('a list', () => {
    test('is summed up in one sentence, which counts named groups only', () => {
        expect(text().summary('delegates', 2, namedGroups(GOOD))).toBe('2 delegates in 1 delegation.');
        expect(text().summary('candidates', 1, 0)).toBe('1 candidate.');
    });

    test('is imported by a button that says so, or a sentence says why not', () => {
        expect(text().confirm('delegates', 36)).toBe('Import 36 delegates');
        expect(text().notYet(2, 1)).toBe('Not yet: 2 things to correct, 1 question to answer.');
        expect(text().notYet(0, 3)).toBe('Not yet: 3 questions to answer.');
        spoken.language = 'zh-CN';
        expect(text().confirm('candidates', 12)).toBe('导入 12 个候选项目');
        expect(text().notYet(2, 1)).toBe('还不能导入：2 处需要更正，1 个问题待回答。');
    });

    test('waits for those questions that nobody has answered', () => {
        const questions = [question('asked', null), question('answered', 'keep')];
        expect(openQuestions({ ...GOOD, questions }).map((one) => one.id)).toEqual(['asked']);
    });
});

describe('columns', () => {
    test('have the letters of a spreadsheet', () => {
        expect([0, 25, 26, 51, 52, 701, 702].map(letter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
    });

    test('have the title and the field that they are read as', () => {
        expect(titleOf(GOOD, 1)).toBe('姓 名');
        expect([0, 2, 7].map((column) => fieldOf(GOOD, column))).toEqual(['number', null, null]);
    });

    test('offer the values of entries, the rarest first, without titles and left-out rows', () => {
        const rows = [
            { ...row(1, ['代表团']), titles: true },
            row(2, ['一团']),
            row(3, ['一团']),
            row(4, ['1团']),
            row(5, ['合计'], 'list.total-row'),
        ];
        expect(valuesOf({ ...GOOD, rows }, 0)).toEqual([
            { value: '1团', count: 1 },
            { value: '一团', count: 2 },
        ]);
    });

    test('offer the first rows for the titles, and the chosen one wherever it is', () => {
        const rows = Array.from({ length: 60 }, (_, place) => row(place + 1, [`${place}`, '']));
        const offered = titleRows({ ...GOOD, titleRow: 50, rows }).map((one) => one.row);
        expect([offered.length, offered[0], offered.at(-1)]).toEqual([31, 1, 50]);
    });
});

test('after a corrected cell the next finding below is next, then the first', () => {
    const finding = (number: number, column: number | null, sheet = 0) => ({
        sheet,
        row: number,
        column,
        columnTitle: '',
        value: '',
        problem: { code: 'list.missing', facts: {} },
    });
    const findings = [finding(2, 0), finding(4, null), finding(4, 2), finding(1, 0, 1)];
    expect(next(findings, at(2), 0)).toBe(findings[1]);
    expect(next(findings, at(4), 1)).toBe(findings[2]);
    expect(next(findings, at(9), 0)).toBe(findings[3]);
    expect(next(findings, at(9, 1), 0)).toBe(findings[0]);
    expect(next([], at(2), 0)).toBeUndefined();
});
