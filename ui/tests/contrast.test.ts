// Every pair of text and ground that is used has the contrast that its window needs, in each of its themes.
import { describe, expect, test } from 'vitest';
import { contrast, rules, themes, type Rule, type Tokens } from './colours';
import { read, sources } from './sources';

/** What stands on which grounds, and the least contrast between them. */
type Need = [fronts: string[], grounds: string[], least: number];

interface Window {
    name: string;
    /** Where its components are. */
    folders: string[];
    themes: Record<string, Tokens>;
    /** The pairs of its tokens. */
    needs: Need[];
    /** The least contrast of text on a ground that the same rule of a component sets. */
    least: number;
}

const TEXT = 4.5;
const GRAPHICS = 3;
const SCREEN_TEXT = 7;
const KIOSK_TEXT = 10;

const shared = read('shared/tokens.css').text;
const themesOf = (folder: string) => themes(shared, ...sources(folder, '.css').map((source) => source.text));

const WINDOWS: Window[] = [
    {
        name: 'office',
        folders: ['secretariat', 'shared/components'],
        themes: themesOf('secretariat'),
        needs: [
            [['--ink', '--ink-secondary', '--hint', '--brand', '--brand-strong'], ['--ground', '--paper'], TEXT],
            [['--success', '--warning', '--danger'], ['--ground', '--paper'], TEXT],
            [['--ink', '--ink-secondary', '--brand', '--brand-strong'], ['--brand-tint'], TEXT],
            [['--ink', '--ink-secondary', '--success'], ['--success-tint'], TEXT],
            [['--ink', '--ink-secondary', '--warning'], ['--warning-tint'], TEXT],
            [['--ink', '--ink-secondary', '--danger'], ['--danger-tint'], TEXT],
            [['--on-brand'], ['--brand', '--brand-strong', '--training'], TEXT],
            [['--line-control', '--focus'], ['--ground', '--paper'], GRAPHICS],
            [['--brand'], ['--line'], GRAPHICS],
        ],
        least: TEXT,
    },
    {
        name: 'kiosk',
        folders: ['kiosk'],
        themes: themesOf('kiosk'),
        needs: [
            [['--ink', '--ink-secondary', '--brand'], ['--ground', '--paper'], KIOSK_TEXT],
            [['--success', '--warning', '--danger', '--abstain'], ['--ground', '--paper'], KIOSK_TEXT],
            // A card with a mark: its number, its name and its facts.
            [
                ['--brand', '--ink', '--ink-secondary'],
                ['--success-tint', '--danger-tint', '--abstain-tint'],
                KIOSK_TEXT,
            ],
            [['--ink'], ['--brand-tint', '--warning-tint', '--training-tint'], KIOSK_TEXT],
            [['--on-brand'], ['--brand', '--success', '--danger', '--abstain'], KIOSK_TEXT],
            [['--line-control', '--focus'], ['--ground', '--paper'], GRAPHICS],
        ],
        least: KIOSK_TEXT,
    },
    {
        name: 'big screen',
        folders: ['screen'],
        themes: themesOf('screen'),
        needs: [
            [['--screen-ink', '--screen-muted', '--screen-adopted'], ['--screen-ground'], SCREEN_TEXT],
            [['--screen-band-title'], ['--screen-band'], SCREEN_TEXT],
            [['--screen-on-training'], ['--screen-training'], SCREEN_TEXT],
            [['--screen-bar', '--screen-adopted'], ['--screen-ground', '--screen-track'], GRAPHICS],
            [['--screen-muted', '--screen-training'], ['--screen-ground'], GRAPHICS],
        ],
        least: SCREEN_TEXT,
    },
];

describe.each(WINDOWS)('in the window of the $name', ({ folders, themes, needs, least }) => {
    const named = needs.flatMap(([fronts, grounds]) => [...fronts, ...grounds]);

    test.each(Object.entries(themes))('the tokens of the theme %s can be told apart', (_name, theme) => {
        expect(named.filter((token) => theme[token] === undefined)).toEqual([]);
        expect(needs.flatMap(([fronts, grounds, enough]) => faint(theme, pairs(fronts, grounds), enough))).toEqual([]);
    });

    test.each(Object.entries(themes))('text on the ground of its own rule can be read in the theme %s', (_name, theme) => {
        expect(faint(theme, pairsOfRules(folders), least)).toEqual([]);
    });
});

test('contrasts are those of WCAG', () => {
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ffffff', '#0e2a52')).toBeCloseTo(14.3, 1);
});

interface Pair {
    front: string;
    ground: string;
    /** Where both are set, if that is one rule. */
    where?: string;
}

function pairs(fronts: string[], grounds: string[]): Pair[] {
    return fronts.flatMap((front) => grounds.map((ground) => ({ front, ground })));
}

/** The pairs that rules of components set together. What is disabled need not stand out, and a bar is no text. */
function pairsOfRules(folders: string[]): Pair[] {
    return styles(folders)
        .filter(({ selector }) => !/disabled|^progress/.test(selector))
        .flatMap(({ path, selector, declarations }) => {
            const front = colourOf(declarations.color);
            const ground = colourOf(declarations.background ?? declarations['background-color']);
            return front && ground ? [{ front, ground, where: `${path}: ${selector}` }] : [];
        });
}

/** The token's name, or the colour itself. */
function colourOf(value = ''): string | undefined {
    return /^var\((--[\w-]+)\)$/.exec(value)?.[1] ?? /^#[\da-f]+$/i.exec(value)?.[0];
}

function styles(folders: string[]): (Rule & { path: string })[] {
    return folders
        .flatMap((folder) => sources(folder, '.svelte'))
        .flatMap(({ path, text }) => {
            const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
            return rules(style).map((rule) => ({ path, ...rule }));
        });
}

/** The pairs that can't be told apart well enough. A property of a component's own is none of the theme's. */
function faint(theme: Tokens, wanted: Pair[], least: number): string[] {
    const value = (colour: string) => (colour.startsWith('--') ? theme[colour] : colour);
    return wanted.flatMap(({ front, ground, where }) => {
        const [above, below] = [value(front), value(ground)];
        const found = above && below ? contrast(above, below) : least;
        return found < least ? [`${front} on ${ground} is ${found.toFixed(2)}, not ${least} (${where ?? 'tokens'})`] : [];
    });
}
