const ADOPTED = ['adopted', 'adopted-by-lot'];

/** Whether a row shows the signs of an adopted project. */
export function isAdopted(verdict: string): boolean {
    return ADOPTED.includes(verdict);
}
