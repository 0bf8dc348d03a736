import type { ProportionForm, RulesForm, RulesMeaning } from '@/shared/generated';
import { isWithoutMargin, isWithoutThreshold, type RuleWords } from './rule';

/** Who votes: members of a standing committee are 委员. */
function voters(rules: RulesForm): string {
    return rules.body === 'standing-committee' ? '委员' : '代表';
}

const bodies: Record<RulesForm['body'], string> = {
    congress: '由本级人民代表大会全体代表投票，适用地方组织法关于代表大会的规定。',
    'standing-committee': '由本级人大常委会全体委员投票，文件中称“委员”。',
    'street-assembly': '由街道议政会全体代表投票，地方组织法没有专门规定。',
};

function base(rules: RulesForm): string {
    const bases: Record<RulesForm['majorityOf'], string> = {
        all: `全体${voters(rules)}`,
        present: `实到${voters(rules)}`,
        issued: '发出票数',
        collected: '收回票数',
        valid: '有效票数',
    };
    return bases[rules.majorityOf];
}

function share(of: string, proportion: ProportionForm): string {
    return proportion.moreThan ? `超过${of}的 ${proportion.fraction}` : `达到${of}的 ${proportion.fraction}`;
}

function quorum(rules: RulesForm, meaning: RulesMeaning): string {
    const all = `全体${voters(rules)}`;
    const { moreThan, fraction } = rules.quorum;
    const rule = moreThan ? `超过${all}的 ${fraction} 到会，方可投票。` : `${all}的 ${fraction} 以上到会，方可投票。`;
    if (meaning.delegates === 0) {
        return `${rule}导入代表名单后，这里显示具体人数。`;
    }
    return meaning.quorum > 0
        ? `${rule}本次会议 ${meaning.delegates} 名${voters(rules)}，须有 ${meaning.quorum} 人到会。`
        : rule;
}

function threshold(rules: RulesForm, meaning: RulesMeaning): string {
    const rule = isWithoutThreshold(rules)
        ? '不设通过比例，按赞成票多少取足应选项目数。'
        : `赞成票${share(base(rules), rules.majority)}，项目方为通过。`;
    if (isWithoutThreshold(rules) || meaning.threshold === 0 || meaning.delegates === 0) {
        return rule;
    }
    return meaning.thresholdIsExample
        ? `${rule}如 ${meaning.delegates} 名${voters(rules)}全部到会并投票，须有 ${meaning.threshold} 票赞成。`
        : `${rule}${meaning.delegates} 名${voters(rules)}中，须有 ${meaning.threshold} 票赞成。`;
}

function seats(rules: RulesForm, meaning: RulesMeaning): string {
    if (rules.categories.length === 0) {
        return rules.seats === null ? '请填写应选项目数。' : `不分类，共应选 ${rules.seats} 项。`;
    }
    const parts = rules.categories.map((category) => `${category.name} ${category.seats} 项`).join('、');
    const sum = meaning.seats > 0 ? `，共应选 ${meaning.seats} 项` : '';
    return `每类分别计算：${parts}${sum}。`;
}

function margin(rules: RulesForm, meaning: RulesMeaning): string {
    const rule = isWithoutMargin(rules)
        ? '可以等额：候选项目不少于应选项目即可。'
        : `候选项目至少比应选项目多 ${rules.margin}。`;
    if (meaning.seats === 0) {
        return rule;
    }
    const where = rules.categories.length > 0 ? '各类合计' : '';
    const { candidatesNeeded, candidates } = meaning;
    return `${rule}${where}应选 ${meaning.seats} 项，至少须有 ${candidatesNeeded} 个候选项目，现有 ${candidates} 个。`;
}

function selection(rules: RulesForm, meaning: RulesMeaning): string {
    const exactly = rules.selection === 'exactly';
    const breach = exactly ? '多选、少选的纸质票作废，票决机会提示改正。' : '多选的纸质票作废，票决机上不能多选。';
    const verb = exactly ? '须正好赞成' : '最多赞成';
    if (rules.categories.length > 0) {
        const sum = meaning.limit > 0 ? `，合计 ${meaning.limit} 项` : '';
        return `每张票在每类中${verb}该类的应选项目数${sum}。${breach}`;
    }
    return meaning.limit > 0 ? `每张票${verb} ${meaning.limit} 项。${breach}` : breach;
}

const ties: Record<RulesForm['tie'], string> = {
    'further-round': '末位票数相等而名额不够时，对票数相等的项目再次票决。',
    all: '末位票数相等而名额不够时，票数相等的项目全部通过，总数可以超过应选项目数。',
    none: '末位票数相等而名额不够时，票数相等的项目都不通过，名额空缺。',
    lot: '末位票数相等而名额不够时，由监票人当众抽签决定。',
};

export const chinese: RuleWords = {
    titles: {
        body: '票决主体',
        seats: '应选项目数',
        margin: '差额',
        marks: '表决方式',
        selection: '选择数',
        quorum: '法定人数',
        threshold: '通过',
        tie: '末位票数相等',
        'tie-majority': '票数相等后的再次票决',
        'too-few': '不足应选数',
        'too-few-majority': '不足应选数后的再次票决',
        'category-breach': '某一类违反选择数',
        order: '公布顺序',
        'late-arrival': '迟到',
        'fewest-ballots': '开启合计的最少票数',
        legend: '纸质票符号',
    },
    sentences: {
        body: (rules) => bodies[rules.body],
        seats,
        margin,
        marks: (rules) =>
            rules.marks === 'approve-only'
                ? '对每个项目只表示赞成；没有标记的视为弃权。'
                : '对每个项目可以赞成、反对或者弃权；没有标记的视为弃权。',
        selection,
        quorum,
        threshold,
        tie: (rules) => ties[rules.tie],
        'tie-majority': (rules) =>
            rules.tieMajority === 'plurality'
                ? '再次票决时赞成票多的通过，不再要求比例：这些项目在前一轮已经达到。'
                : '再次票决时仍须达到通过的比例；都达不到的，名额空缺。',
        'too-few': (rules) =>
            rules.tooFew === 'accept'
                ? '通过的项目不足应选数时，名额空缺，不再票决。'
                : `通过的项目不足应选数时，对其余项目再次票决，最多再票决 ${rules.furtherRoundsAtMost} 次。`,
        'too-few-majority': (rules) =>
            rules.tooFewMajority === 'plurality'
                ? '再次票决时赞成票多的通过，不要求比例。'
                : '再次票决时仍须达到通过的比例。',
        'category-breach': (rules) =>
            rules.categoryBreach === 'ballot'
                ? '纸质票有一类违反选择数时，整张作废。'
                : '纸质票有一类违反选择数时，只有这一类视为弃权，其余各类有效。',
        order: (rules) =>
            rules.order === 'votes'
                ? '通过的项目按赞成票多少公布；票数相等的按名单顺序。'
                : '通过的项目按名单顺序公布。',
        'late-arrival': (rules) =>
            rules.lateArrival === 'until-close'
                ? `投票截止前到会的${voters(rules)}，都可以签到并投票。`
                : `投票开始后到会的${voters(rules)}，不再签到，不能投票。`,
        'fewest-ballots': (rules) =>
            `票箱中的选票少于 ${rules.fewestBallots ?? 2} 张时不开启合计：票数太少，会看出个人的选择。`,
        legend: (rules) => {
            const sign = (mark: string) => (mark === '' ? '空白' : `“${mark}”`);
            const oppose = rules.marks === 'approve-only' ? '' : `，${sign(rules.opposeMark)}表示反对`;
            return `纸质票上，${sign(rules.approveMark)}表示赞成${oppose}，${sign(rules.abstainMark)}表示弃权。`;
        },
    },
};
