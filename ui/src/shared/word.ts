import type { Problem } from './generated';
import { spoken } from './language.svelte';
import messages from './messages.generated.json';

const catalogues: Record<string, Record<string, string>> = messages;

/** A problem in the reader's words. A code without a wording, which tests rule out, shows itself and its facts. */
export function word(problem: Problem): string {
    const wording = catalogues[spoken.language]?.[problem.code];
    if (wording === undefined) {
        return [problem.code, ...Object.entries(problem.facts).map(([name, value]) => `${name}=${value}`)].join(' ');
    }
    return fill(wording, problem.facts);
}

/** A word of the program, such as the state `polling`, as the catalogue has it under its kind. */
export function wordOf(kind: string, value: string): string {
    return catalogues[spoken.language]?.[`${kind}.${value}`] ?? value;
}

/** Fills the facts in, without the parts in brackets that have an empty one. The grammar is that of the catalogue. */
function fill(wording: string, facts: Problem['facts']): string {
    const withoutEmptyParts = wording.replace(/\[([^\]]*)\]/g, (_, part: string) =>
        placesOf(part).some((name) => facts[name] === '') ? '' : part,
    );
    return withoutEmptyParts.replace(/\{([^}:]*)(?::([^}]*))?\}/g, (_, name: string, kind?: string) => {
        const value = facts[name];
        if (value === undefined) {
            return `{${name}}`;
        }
        if (kind === 'list') {
            // One thing a line, which each language joins in its own way.
            return value.split('\n').join(wordOf('list', 'between'));
        }
        return kind === undefined ? value : wordOf(kind, value);
    });
}

function placesOf(part: string): string[] {
    return [...part.matchAll(/\{([^}:]*)(?::[^}]*)?\}/g)].map((match) => match[1] ?? '');
}
