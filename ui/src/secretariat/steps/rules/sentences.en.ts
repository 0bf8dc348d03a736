import type { ProportionForm, RulesForm, RulesMeaning } from '@/shared/generated';
import { counted } from '@/secretariat/lists/counted';
import { isWithoutMargin, isWithoutThreshold, type RuleWords } from './rule';

/** Who votes: a standing committee has members. */
function voter(rules: RulesForm): string {
    return rules.body === 'standing-committee' ? 'member' : 'delegate';
}

const bodies: Record<RulesForm['body'], string> = {
    congress: 'All delegates of the people’s congress vote; the Organic Law on congresses applies.',
    'standing-committee': 'All members of the standing committee vote; documents call them members.',
    'street-assembly': 'All delegates of the street assembly vote; the Organic Law says nothing of it.',
};

function base(rules: RulesForm): string {
    const bases: Record<RulesForm['majorityOf'], string> = {
        all: `all ${voter(rules)}s`,
        present: `the ${voter(rules)}s present`,
        issued: 'the ballots issued',
        collected: 'the ballots collected',
        valid: 'the valid ballots',
    };
    return bases[rules.majorityOf];
}

function share(of: string, proportion: ProportionForm): string {
    return `${proportion.moreThan ? 'more than' : 'at least'} ${proportion.fraction} of ${of}`;
}

function quorum(rules: RulesForm, meaning: RulesMeaning): string {
    const all = `all ${voter(rules)}s`;
    const rule = `To vote, ${share(all, rules.quorum)} must be present.`;
    if (meaning.delegates === 0) {
        return `${rule} With the roster imported, the number stands here.`;
    }
    const who = counted(meaning.delegates, voter(rules));
    return meaning.quorum > 0 ? `${rule} Of ${who}, ${meaning.quorum} must be present.` : rule;
}

function threshold(rules: RulesForm, meaning: RulesMeaning): string {
    const rule = isWithoutThreshold(rules)
        ? 'There is no threshold: the projects with the most approvals fill the seats.'
        : `A project passes with approvals from ${share(base(rules), rules.majority)}.`;
    if (isWithoutThreshold(rules) || meaning.threshold === 0 || meaning.delegates === 0) {
        return rule;
    }
    const who = counted(meaning.delegates, voter(rules));
    return meaning.thresholdIsExample
        ? `${rule} If all ${who} were present and voted, ${meaning.threshold} would have to approve.`
        : `${rule} Of ${who}, ${meaning.threshold} must approve.`;
}

function seats(rules: RulesForm, meaning: RulesMeaning): string {
    if (rules.categories.length === 0) {
        return rules.seats === null
            ? 'Enter how many projects are to be adopted.'
            : `One list: ${counted(rules.seats, 'project')} to be adopted.`;
    }
    const parts = rules.categories.map((category) => `${category.name} ${category.seats}`).join(', ');
    const sum = meaning.seats > 0 ? `; ${counted(meaning.seats, 'project')} in all` : '';
    return `Each category is decided by itself: ${parts}${sum}.`;
}

function margin(rules: RulesForm, meaning: RulesMeaning): string {
    const rule = isWithoutMargin(rules)
        ? 'As many candidates as seats are enough.'
        : `There must be ${rules.margin} more candidates than seats.`;
    if (meaning.seats === 0) {
        return rule;
    }
    const where = rules.categories.length > 0 ? ' in all categories' : '';
    const needed = counted(meaning.candidatesNeeded, 'candidate');
    return `${rule} For ${counted(meaning.seats, 'seat')}${where}, ${needed} are needed; there are ${meaning.candidates}.`;
}

function selection(rules: RulesForm, meaning: RulesMeaning): string {
    const exactly = rules.selection === 'exactly';
    const breach = exactly
        ? 'A paper ballot with more or fewer is void; the kiosk asks to correct it.'
        : 'A paper ballot with more is void; the kiosk does not allow it.';
    const many = exactly ? 'exactly' : 'at most';
    if (rules.categories.length > 0) {
        const sum = meaning.limit > 0 ? `, ${meaning.limit} in all` : '';
        return `In each category a ballot approves ${many} its seats${sum}. ${breach}`;
    }
    return meaning.limit > 0 ? `A ballot approves ${many} ${counted(meaning.limit, 'project')}. ${breach}` : breach;
}

const ties: Record<RulesForm['tie'], string> = {
    'further-round': 'Where candidates are tied over the last seats, a further round is held on them.',
    all: 'Where candidates are tied over the last seats, all of them are adopted, beyond the seats.',
    none: 'Where candidates are tied over the last seats, none of them is adopted; the seats stay empty.',
    lot: 'Where candidates are tied over the last seats, the scrutineers draw lots in public.',
};

export const english: RuleWords = {
    titles: {
        body: 'Who votes',
        seats: 'Seats',
        margin: 'Margin',
        marks: 'Marks',
        selection: 'Selection',
        quorum: 'Quorum',
        threshold: 'Passing',
        tie: 'Tie at the cut',
        'tie-majority': 'Further round after a tie',
        'too-few': 'Too few adopted',
        'too-few-majority': 'Further round for too few',
        'category-breach': 'Selection broken in one category',
        order: 'Order of results',
        'late-arrival': 'Late arrival',
        'fewest-ballots': 'Fewest ballots to open the totals of',
        legend: 'Marks on paper',
    },
    sentences: {
        body: (rules) => bodies[rules.body],
        seats,
        margin,
        marks: (rules) =>
            rules.marks === 'approve-only'
                ? 'Each project can be approved; one without a mark counts as an abstention.'
                : 'Each project can be approved, opposed or abstained on; one without a mark counts as an abstention.',
        selection,
        quorum,
        threshold,
        tie: (rules) => ties[rules.tie],
        'tie-majority': (rules) =>
            rules.tieMajority === 'plurality'
                ? 'In it, the most approvals are enough: the tied have passed already.'
                : 'In it, projects must pass as in the first round; otherwise the seats stay empty.',
        'too-few': (rules) =>
            rules.tooFew === 'accept'
                ? 'Where fewer projects pass than there are seats, the seats stay empty.'
                : `Where fewer projects pass than there are seats, further rounds are held on the rest, at most ${rules.furtherRoundsAtMost}.`,
        'too-few-majority': (rules) =>
            rules.tooFewMajority === 'plurality'
                ? 'In it, the most approvals are enough, without a threshold.'
                : 'In it, projects must pass as in the first round.',
        'category-breach': (rules) =>
            rules.categoryBreach === 'ballot'
                ? 'A paper ballot that breaks the selection in one category is void as a whole.'
                : 'A paper ballot that breaks the selection in one category abstains there, and counts in the others.',
        order: (rules) =>
            rules.order === 'votes'
                ? 'Adopted projects are announced by approvals; equal ones in list order.'
                : 'Adopted projects are announced in list order.',
        'late-arrival': (rules) =>
            rules.lateArrival === 'until-close'
                ? `A ${voter(rules)} who comes before the poll closes checks in and votes.`
                : `A ${voter(rules)} who comes after the poll has opened does not check in and cannot vote.`,
        'fewest-ballots': (rules) =>
            `Where fewer than ${rules.fewestBallots ?? 2} ballots are in the box, its totals are not opened: they would show how single persons voted.`,
        legend: (rules) => {
            const sign = (mark: string) => (mark === '' ? 'an empty box' : `“${mark}”`);
            const oppose = rules.marks === 'approve-only' ? '' : `, ${sign(rules.opposeMark)} opposes`;
            return `On paper, ${sign(rules.approveMark)} approves${oppose}, ${sign(rules.abstainMark)} abstains.`;
        },
    },
};
