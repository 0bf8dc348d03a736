/** Who restores a backup. */
export interface Persons {
    operator: string;
    operatorPin: string;
    scrutineer: string;
    scrutineerPin: string;
}

export function noPersons(): Persons {
    return { operator: '', operatorPin: '', scrutineer: '', scrutineerPin: '' };
}
