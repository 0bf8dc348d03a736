import type { CandidateNumber } from '@/shared/generated';
import { texts } from '@/shared/language.svelte';

export const ballotText = texts(
    {
        title: '请选择项目',
        list: '候选项目',
        hint: '再按一次，可以取消选择。',
        giveUp: '取消，稍后再投',
        review: '核对选票',
    },
    {
        title: 'Choose projects',
        list: 'Candidates',
        hint: 'Press again to take a choice back.',
        giveUp: 'Cancel, vote later',
        review: 'Check the ballot',
    },
);

export const counterText = texts(
    {
        left: (_left: number, exactly: boolean) => (exactly ? ['还须赞成', '项'] : ['还可以赞成', '项']),
        limit: (limit: number, exactly: boolean) => (exactly ? `应赞成 ${limit} 项` : `最多赞成 ${limit} 项`),
    },
    {
        left: (left, exactly) => ['', `${left === 1 ? 'approval' : 'approvals'} ${exactly ? 'to make' : 'left'}`],
        limit: (limit, exactly) => (exactly ? `approve just ${limit}` : `${limit} at most`),
    },
);

export const cardText = texts(
    {
        labels: {
            investment: '总投资',
            investmentThisYear: '本年投资',
            deadline: '完成时限',
            location: '地点',
            responsibleUnit: '责任单位',
            benefit: '受益对象',
        },
        subItems: '包括',
        between: '；',
        money: (amount: string) => `${amount} 万元`,
        day: (year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
        missing: '未列出',
        marks: { approve: '赞成', oppose: '反对', abstain: '弃权' },
        marked: { approve: '已赞成', oppose: '已反对', abstain: '已弃权' },
        candidate: (number: CandidateNumber, name: string) => `：${number}，${name}`,
    },
    {
        labels: {
            investment: 'Investment',
            investmentThisYear: 'This year',
            deadline: 'Done by',
            location: 'Place',
            responsibleUnit: 'Responsible',
            benefit: 'Serves',
        },
        subItems: 'Includes',
        between: '; ',
        money: (amount) => `${amount} × 10,000 yuan`,
        day: (year, month, day) => `${year}-${month}-${day}`,
        missing: 'not stated',
        marks: { approve: 'Approve', oppose: 'Oppose', abstain: 'Abstain' },
        marked: { approve: 'Approved', oppose: 'Opposed', abstain: 'Abstained' },
        candidate: (number, name) => `: ${number}, ${name}`,
    },
);

export const tooManyText = texts(
    {
        title: (limit: number, category: string | null) =>
            category === null ? `最多赞成${limit}项。` : `“${category}”最多赞成${limit}项。`,
        lead: '如要赞成这一项，请先取消一项。',
        close: '返回选票',
    },
    {
        title: (limit, category) =>
            category === null ? `At most ${limit} can be approved.` : `At most ${limit} can be approved in “${category}”.`,
        lead: 'To approve this one, take another one back first.',
        close: 'Back to the ballot',
    },
);
