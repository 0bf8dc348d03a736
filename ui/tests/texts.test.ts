// Every text is shown somewhere, and every word that is shown is a text: none stands in a component.
import { dirname, join, normalize } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { read, sources, withoutComments, type Source } from './sources';

/** Each language's own name is the same in both. */
const NAMES_OF_LANGUAGES = ['中文'];

/** Properties whose value is shown or read aloud. */
const SHOWN = /^(title|label|lead|text|hint|placeholder|alt|unit|verb|consequence|sentence|word|aria-label|aria-description)$/;

const uncommented = ({ path, text }: Source): Source => ({ path, text: withoutComments(text) });
const COMPONENTS = sources('', '.svelte').map(uncommented);
const SCRIPTS = sources('', '.ts').map(uncommented);

/** The texts that one call of `texts` makes. */
interface Texts {
    path: string;
    name: string;
    /** The way to each text, such as `head.round`. */
    keys: string[];
}

const TEXTS = SCRIPTS.flatMap(textsIn);

describe('texts', () => {
    test('are found in every file of texts', () => {
        const files = SCRIPTS.map(({ path }) => path).filter((path) => path.endsWith('texts.ts'));
        expect(files.length).toBeGreaterThan(0);
        expect(files.filter((path) => !TEXTS.some((found) => found.path === path))).toEqual([]);
    });

    test.each(TEXTS)('are all shown: $name of $path', (found) => {
        const chains = users(found).flatMap((source) => chainsIn(source, found));
        expect(found.keys.filter((key) => !chains.some((chain) => reaches(chain, key)))).toEqual([]);
    });
});

describe('components', () => {
    test('have no Chinese of their own', () => {
        const own = COMPONENTS.flatMap(({ path, text }) => {
            const words = text.match(/\p{Script=Han}[\p{Script=Han}，。：；“”（）]*/gu) ?? [];
            return words.filter((word) => !NAMES_OF_LANGUAGES.includes(word)).map((word) => `${path}: ${word}`);
        });
        expect(own).toEqual([]);
    });

    test('have no words of any language in their markup', { timeout: 60_000 }, () => {
        const own = COMPONENTS.flatMap(({ path, text }) =>
            literals(markupOf(text)).map((word) => `${path}: ${word}`),
        );
        expect(own).toEqual([]);
    });
});

test('what is looked for is found', () => {
    const markup = `<p title="Shown" class="quiet">{of ? 'one' : t.two} <b>three</b>{f('four')}<kbd>F5</kbd></p>`;
    expect(literals(markupOf(markup))).toEqual(['Shown', 'one', 'three']);

    const found = { path: 'a/texts.ts', name: 'text', keys: [] };
    const script = `import { text } from './texts'; const t = $derived(text()); t.one; t.two.three(4); t.five[six]; text().seven; ({ ...t.eight }); other.t.nine; t[ten];`;
    expect(chainsIn({ path: 'a/A.svelte', text: script }, found)).toEqual(['one', 'two.three', 'five', 'seven', 'eight', '']);
    expect(reaches('five', 'five.any')).toBe(true);
    expect(reaches('two.three', 'two.other')).toBe(false);
    expect(reaches('one.length', 'one')).toBe(true);
});

function textsIn({ path, text }: Source): Texts[] {
    if (path.endsWith('language.svelte.ts')) {
        return [];
    }
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    return declarations(file).flatMap(([name, value]) => {
        if (!value || !ts.isCallExpression(value) || value.expression.getText() !== 'texts') {
            return [];
        }
        const [chinese] = value.arguments;
        return chinese ? [{ path, name, keys: keysOf(chinese, file) }] : [];
    });
}

function declarations(file: ts.SourceFile): [name: string, value: ts.Expression | undefined][] {
    return file.statements
        .filter((statement) => ts.isVariableStatement(statement))
        .flatMap((statement) => statement.declarationList.declarations)
        .map((declaration) => [declaration.name.getText(), declaration.initializer]);
}

/** The ways to the leaves of an object, also where it is named, here or in another file. */
function keysOf(value: ts.Expression, file: ts.SourceFile): string[] {
    const [object, where] = objectOf(value, file);
    return object.properties.flatMap((property) => {
        if (ts.isSpreadAssignment(property)) {
            return keysOf(property.expression, where);
        }
        const name = property.name.getText().replace(/^'(.*)'$/, '$1');
        const inner = ts.isPropertyAssignment(property) ? unwrapped(property.initializer) : undefined;
        const isGroup = inner !== undefined && ts.isObjectLiteralExpression(inner);
        return isGroup ? keysOf(inner, where).map((key) => `${name}.${key}`) : [name];
    });
}

function objectOf(value: ts.Expression, file: ts.SourceFile): [ts.ObjectLiteralExpression, ts.SourceFile] {
    const inner = unwrapped(value);
    if (ts.isObjectLiteralExpression(inner)) {
        return [inner, file];
    }
    const name = inner.getText();
    const here = declarations(file).find(([declared]) => declared === name)?.[1];
    if (here) {
        return objectOf(here, file);
    }
    const from = imports({ path: file.fileName, text: file.text }).find((imported) => imported.local === name);
    if (!from) {
        throw new Error(`${file.fileName}: what ${name} holds can't be found`);
    }
    const path = `${from.path}.ts`;
    const other = ts.createSourceFile(path, read(path).text, ts.ScriptTarget.Latest, true);
    const there = declarations(other).find(([declared]) => declared === from.name)?.[1];
    if (!there) {
        throw new Error(`${path}: no ${from.name} is declared here`);
    }
    return objectOf(there, other);
}

function unwrapped(value: ts.Expression): ts.Expression {
    return ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value)
        ? unwrapped(value.expression)
        : value;
}

interface Import {
    name: string;
    local: string;
    /** The file below `src`, without its ending. */
    path: string;
}

function imports({ path, text }: Source): Import[] {
    const statements = text.matchAll(/import (?:type )?\{([^}]*)\} from '((?:\.|@\/)[^']*)'/g);
    return [...statements].flatMap(([, names = '', from = '']) =>
        names
            .split(',')
            .map((one) => one.replace(/^\s*type /, '').trim().split(' as '))
            .map(([name = '', local = name]) => ({ name, local, path: named(from, path) })),
    );
}

/** What an import names, below `src`: from the root of the sources with `@/`, else from the file that imports. */
function named(from: string, by: string): string {
    return from.startsWith('@/') ? from.slice(2) : normalize(join(dirname(by), from));
}

/** The sources that may show these texts: those that import them, and those beside and below that are handed them. */
function users(found: Texts): Source[] {
    const folder = dirname(found.path);
    return [...COMPONENTS, ...SCRIPTS].filter(
        (source) => localName(source, found) !== undefined || source.path.startsWith(`${folder}/`),
    );
}

function localName(source: Source, { path, name }: Texts): string | undefined {
    const file = path.replace(/\.ts$/, '');
    return imports(source).find((one) => one.path === file && one.name === name)?.local;
}

/**
 * The ways into the texts that a source goes: of `t.head.round(1)`, `head.round`; of `t.group[one]`, `group`; of `t[one]`,
 * an empty one.
 */
function chainsIn(source: Source, found: Texts): string[] {
    const name = localName(source, found) ?? found.name;
    const variables = [...source.text.matchAll(new RegExp(String.raw`const (\w+) = (?:\$derived\()?${name}\(\)\)?;`, 'g'))];
    const aliases = [...new Set(variables.map(([, variable = '']) => variable)), String.raw`${name}\(\)`];
    // Not a property of the same name, but the dots of a spread may stand before it.
    const start = String.raw`(?<!\w|(?<!\.)\.)(?:${aliases.join('|')})`;
    const ways = source.text.matchAll(new RegExp(String.raw`${start}(?:((?:\.\w+)+)|(\[))`, 'g'));
    return [...ways].map(([, way = '.']) => way.slice(1));
}

/** Whether a way goes to a text, to something of it, or to a group that it is in. An empty one goes to any. */
function reaches(chain: string, key: string): boolean {
    return chain === '' || chain === key || chain.startsWith(`${key}.`) || key.startsWith(`${chain}.`);
}

/** The markup of a component, as syntax. What its script and its style hold takes most of the time and isn't shown. */
function markupOf(component: string): unknown {
    const bare = component.replace(/(<(script|style)[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
    return parse(bare, { modern: true }).fragment;
}

type Node = Record<string, unknown> & { type: string };

/** What a part of a component shows as it stands there. */
function literals(part: unknown): string[] {
    if (Array.isArray(part)) {
        return part.flatMap(literals);
    }
    if (!isNode(part)) {
        return [];
    }
    switch (part.type) {
        case 'Text':
            return spoken(part.data);
        case 'ExpressionTag':
            return results(part.expression);
        case 'Attribute':
            return SHOWN.test(String(part.name)) ? literals(part.value) : [];
        case 'RegularElement':
            // The names of keys are what stands on them.
            return part.name === 'kbd' ? [] : [...literals(part.attributes), ...literals(part.fragment)];
        case 'StyleDirective':
            return [];
        default:
            return Object.values(part).flatMap((value) => (isSyntax(value) ? literals(value) : []));
    }
}

/** The literals that an expression can come to. */
function results(expression: unknown): string[] {
    if (!isNode(expression)) {
        return [];
    }
    switch (expression.type) {
        case 'Literal':
            return spoken(expression.value);
        case 'TemplateLiteral':
            return (expression.quasis as { value: { raw: string } }[]).flatMap(({ value }) => spoken(value.raw));
        case 'ConditionalExpression':
            return [...results(expression.consequent), ...results(expression.alternate)];
        case 'LogicalExpression':
        case 'BinaryExpression':
            return [...results(expression.left), ...results(expression.right)];
        default:
            return [];
    }
}

function spoken(text: unknown): string[] {
    return typeof text === 'string' && /\p{L}/u.test(text) ? [text.trim()] : [];
}

function isNode(value: unknown): value is Node {
    return typeof value === 'object' && value !== null && 'type' in value;
}

function isSyntax(value: unknown): boolean {
    return Array.isArray(value) || isNode(value);
}
