/** A slip's code has this many characters; what they mean is read by the program. */
export const CODE_LENGTH = 16;

/** Keys that follow each other faster than a person types come from the scanner. */
const SCANNER_MS = 250;

/** The slip's code while it is typed or scanned. */
export class SlipCode {
    typed = $state('');
    #burst = '';
    /** A code that was refused is there to be corrected; who scans or types afresh takes its place. */
    #refused = false;
    #lastKey = -Infinity;

    /** A character from a keyboard or a scanner. */
    key(character: string, now: number): void {
        this.#burst = now - this.#lastKey < SCANNER_MS ? this.#burst + character : character;
        this.#lastKey = now;
        if (this.#refused) {
            this.typed = '';
        }
        this.add(character);
    }

    /** A character from the keypad on the screen. */
    add(character: string): void {
        this.#refused = false;
        this.typed = (this.typed + character).slice(0, CODE_LENGTH);
    }

    /** What Enter sends: a scan as a whole, also when somebody had begun to type before it. */
    complete(): string {
        return this.#burst.length >= CODE_LENGTH ? this.#burst : this.typed;
    }

    erase(): void {
        this.#refused = false;
        this.#burst = '';
        this.typed = this.typed.slice(0, -1);
    }

    keep(code: string): void {
        this.#burst = '';
        this.#refused = true;
        this.typed = code.length > CODE_LENGTH ? '' : code;
    }

    clear(): void {
        this.keep('');
    }
}
