// How a key card stands in its field: as on the paper, in rows of sixteen characters and groups of four.
const ROW = 16;
const GROUP = 4;
const SEPARATOR = /[\s\-–—_·]/u;

/** The characters of a card as typed or scanned, without what only groups them. */
export function charactersOf(typed: string): string[] {
    return [...typed.normalize('NFKC').toUpperCase()].filter((typed) => !SEPARATOR.test(typed));
}

/** The characters set out in rows and groups. */
export function setOut(characters: readonly string[]): string {
    return characters.map((character, index) => before(index) + character).join('');
}

function before(index: number): string {
    if (index === 0 || index % GROUP !== 0) {
        return '';
    }
    return index % ROW === 0 ? '\n' : ' ';
}

/** Where the character of this index stands in the text that is set out. */
export function positionOf(index: number): number {
    return index + Math.floor(index / GROUP);
}

/** Where the caret belongs after so many characters. */
export function caretAfter(characters: number): number {
    return characters === 0 ? 0 : positionOf(characters - 1) + 1;
}

/** Whether a row was just finished: Enter there goes on to the next, as on paper. */
export function endsRow(characters: number): boolean {
    return characters > 0 && characters % ROW === 0;
}

/** From where to where a row, or one place of it, stands; both count from 1. */
export function rangeOf(row: number, place: number | null): [number, number] {
    const first = (row - 1) * ROW;
    return place === null
        ? [positionOf(first), caretAfter(first + ROW)]
        : [positionOf(first + place - 1), caretAfter(first + place)];
}
