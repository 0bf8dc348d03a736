/** A number of things in English: `1 row`, `2 rows`. */
export function counted(n: number, one: string, many = `${one}s`): string {
    return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
