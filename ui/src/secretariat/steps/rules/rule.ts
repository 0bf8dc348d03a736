import type { RulesForm, RulesMeaning } from '@/shared/generated';

/** A rule that has a sentence of its own. */
export type RuleKey =
    | 'body'
    | 'seats'
    | 'margin'
    | 'marks'
    | 'selection'
    | 'quorum'
    | 'threshold'
    | 'tie'
    | 'tie-majority'
    | 'too-few'
    | 'too-few-majority'
    | 'category-breach'
    | 'order'
    | 'late-arrival'
    | 'fewest-ballots'
    | 'legend';

/** What a rule says, and what it means for this session in numbers. */
export type Sentence = (rules: RulesForm, meaning: RulesMeaning) => string;

/** The words about each rule. */
export interface RuleWords {
    titles: Record<RuleKey, string>;
    sentences: Record<RuleKey, Sentence>;
}

/** The rules that say something in this set, in the order of the day; those of a further round where it is called for. */
export function applying(rules: RulesForm, calledFor: string | null): RuleKey[] {
    const byCategory = rules.categories.length > 0;
    const takesMost =
        (calledFor === 'tie' && rules.tieMajority === 'plurality') ||
        (calledFor === 'too-few' && rules.tooFewMajority === 'plurality');
    return [
        'body',
        'seats',
        // An earlier round gave the list of a further one: no margin is asked of it.
        ...when(calledFor === null, 'margin'),
        'marks',
        'selection',
        'quorum',
        ...when(!takesMost, 'threshold'),
        'tie',
        ...when(rules.tie === 'further-round', 'tie-majority'),
        'too-few',
        ...when(rules.tooFew === 'further-round', 'too-few-majority'),
        ...when(byCategory, 'category-breach'),
        'late-arrival',
        'fewest-ballots',
        'order',
        'legend',
    ];
}

function when(applies: boolean, key: RuleKey): RuleKey[] {
    return applies ? [key] : [];
}

/** No threshold: a majority of more than nothing. */
export function isWithoutThreshold(rules: RulesForm): boolean {
    return rules.majority.moreThan && /^0(\/\d+)?$/.test(rules.majority.fraction);
}

/** As many candidates as seats are enough. */
export function isWithoutMargin(rules: RulesForm): boolean {
    return /^0(\/\d+)?$/.test(rules.margin);
}
