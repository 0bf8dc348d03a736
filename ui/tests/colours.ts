// Colours and contrasts as WCAG 2 defines them, and the custom properties of a style sheet.

export type Tokens = Record<string, string>;

/** The themes of a style sheet: what `:root` defines, and that with what each `:root[data-contrast='…']` changes. */
export function themes(...sheets: string[]): Record<string, Tokens> {
    const found: Record<string, Tokens> = { default: {} };
    for (const { selector, declarations } of sheets.flatMap(rules)) {
        const contrast = /^:root\[data-contrast='(\w+)'\]$/.exec(selector)?.[1];
        const theme = selector === ':root' ? 'default' : contrast;
        if (theme !== undefined) {
            found[theme] = { ...found[theme], ...customProperties(declarations) };
        }
    }
    return Object.fromEntries(Object.entries(found).map(([name, theme]) => [name, { ...found.default, ...theme }]));
}

export interface Rule {
    selector: string;
    declarations: Record<string, string>;
}

/** The rules of a style sheet, or of the style of a component. */
export function rules(sheet: string): Rule[] {
    const blocks = sheet.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]*)\{([^{}]*)\}/g);
    return [...blocks].map(([, selector = '', body = '']) => ({
        selector: selector.trim(),
        declarations: Object.fromEntries(
            body
                .split(';')
                .map((declaration) => declaration.split(':'))
                .map(([property = '', ...value]) => [property.trim(), value.join(':').trim()]),
        ),
    }));
}

function customProperties(declarations: Rule['declarations']): Tokens {
    return Object.fromEntries(Object.entries(declarations).filter(([property]) => property.startsWith('--')));
}

/** The contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
    const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
    const six = colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
    const digits = /^#([0-9a-f]{6})$/i.exec(six)?.[1];
    if (digits === undefined) {
        throw new Error(`${colour} is not a colour of hexadecimal digits`);
    }
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => linear(parseInt(digits.slice(at, at + 2), 16) / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
