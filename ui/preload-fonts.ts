import { readFileSync } from 'node:fs';
import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The characters of each slice of the font, as its `@font-face` rules name them. */
const SLICES = new URL(import.meta.resolve('@fontsource-variable/noto-sans-sc/unicode.json'));

/**
 * Lets a page load the slices of the font that its first texts need together with its code. Found by the style sheet alone
 * they would come only after the page was laid out in another font, which costs a second layout and is seen.
 */
export function preloadFonts(page: string, texts: string): Plugin {
    return {
        name: 'preload-fonts',
        apply: 'build',
        transformIndexHtml: {
            order: 'post',
            handler(_html, { filename, bundle }) {
                if (!filename.endsWith(page)) {
                    return [];
                }
                const slices = slicesOf(readFileSync(new URL(texts, import.meta.url), 'utf8'));
                const files = Object.keys(bundle ?? {});
                return slices.map((slice) => preload(slice, files));
            },
        },
    };
}

function preload(slice: string, files: string[]): HtmlTagDescriptor {
    const start = `noto-sans-sc-${slice}-wght-normal-`;
    const file = files.find((name) => name.includes(start));
    if (file === undefined) {
        throw new Error(`the font's slice ${slice} is not in the bundle`);
    }
    const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` };
    return { tag: 'link', attrs, injectTo: 'head' };
}

/** The slices that hold a character of the texts; of ASCII, which is also their source's, the letters stand for all. */
function slicesOf(text: string): string[] {
    const shown = new Set(text.replace(/[ -@[-`{-~]/g, ''));
    const points = [...shown].map((character) => character.codePointAt(0) ?? 0);
    const slices = Object.entries(JSON.parse(readFileSync(SLICES, 'utf8')) as Record<string, string>);
    return slices
        .filter(([, ranges]) => points.some((point) => holds(ranges, point)))
        .map(([name]) => name.replace(/[[\]]/g, ''));
}

/** Whether a list such as `U+20-7e,U+3002` holds a character. */
function holds(ranges: string, point: number): boolean {
    return ranges.split(',').some((range) => {
        const [first = NaN, last = first] = range.slice(2).split('-').map((number) => parseInt(number, 16));
        return first <= point && point <= last;
    });
}
