/** How many digits of a hash are read aloud. */
export const DIGITS = 40;

/** The digits of what was typed: people leave out spaces, or put in others. */
export function digitsOf(typed: string): string {
    return typed.replaceAll(/\D/g, '');
}
