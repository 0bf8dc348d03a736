import type { BackupFound } from '@/shared/generated';

/** Who restores a session, and why. */
export interface Persons {
    operator: string;
    operatorPin: string;
    scrutineer: string;
    scrutineerPin: string;
    known: string;
    knownPin: string;
    statement: string;
}

export function noPersons(): Persons {
    return {
        operator: '',
        operatorPin: '',
        scrutineer: '',
        scrutineerPin: '',
        known: '',
        knownPin: '',
        statement: '',
    };
}

/** Those whom the form names at first. */
export function firstPersons(found: BackupFound): Persons {
    return {
        ...noPersons(),
        operator: found.summary.operators[0] ?? '',
        scrutineer: found.scrutineers[0] ?? '',
        known: found.known[0] ?? '',
    };
}

/** Whether one whom this computer knows takes part besides: nobody whose PIN it knows does already. */
export function asksForKnown(found: BackupFound, persons: Persons): boolean {
    const there = found.scrutineers.length > 0 ? persons.scrutineer : persons.operator;
    return found.known.length > 0 && !(found.known.includes(there) && found.stillKnown.includes(there));
}

/** What is sent: nobody is named who isn't asked for. */
export function filledIn(found: BackupFound, persons: Persons): Persons {
    return asksForKnown(found, persons) ? { ...persons } : { ...persons, known: '', knownPin: '' };
}
