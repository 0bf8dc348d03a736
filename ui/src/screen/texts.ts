import type { RoundNumber } from '@/shared/generated';
import { texts } from '../shared/language.svelte';

const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
];

export const text = texts(
    {
        product: '民生票决',
        purpose: '民生实事项目人大代表票决',
        window: '大屏',
        training: '演练',
        head: {
            meeting: (congress: string, session: string) => `${congress}${session}`,
            round: (round: RoundNumber) => `第 ${round} 轮`,
            furtherRound: (round: RoundNumber) => `第 ${round} 轮（再次票决）`,
        },
        seats: (seats: number) => `应选 ${seats} 项`,
        page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
        candidates: {
            title: (year: number) => `${year}年民生实事候选项目`,
            count: (count: number) => `候选项目 ${count} 项`,
            number: '编号',
            name: '项目名称',
            place: '建设地点',
            investment: '总投资（万元）',
        },
        checkIn: {
            title: '代表签到',
            expected: '应到',
            present: '实到',
            bar: '签到进度',
            quorum: (quorum: number) => `法定人数 ${quorum}`,
            reached: '已达到法定人数',
            missing: (missing: number) => `还差 ${missing} 人`,
        },
        polling: {
            title: '正在投票',
            cast: '已投',
            issued: '发出',
            bar: '投票进度',
            kiosksOut: '其他票决机的选票在并入票箱后计入',
            trust: '选票封存后投入票箱，要几位监票人的钥匙卡一起才能打开；公布以后，人人可以核对计票，代表可以凭查询码查到自己的选票。',
        },
        suspended: {
            title: '投票暂停',
            sentence: '已投出的选票都已封存在票箱中，请稍候。',
        },
        counting: {
            title: '投票结束，正在计票',
            sentence: '结果经监票人确认后公布。',
        },
        void: {
            title: '本轮票决无效',
            sentence: '请等候大会的下一步安排。',
        },
        result: {
            title: (year: number) => `${year}年民生实事项目票决结果`,
            adopted: (adopted: number) => `票决确定 ${adopted} 项`,
            rank: '名次',
            number: '编号',
            name: '项目名称',
            votes: '赞成',
            verdict: '结果',
            threshold: (votes: number) => `通过线 ${votes} 票`,
            share: '占全体代表',
            furtherRound: '未决项目将再次票决',
            announced: (day: string) => `${dateParts(day, (year, month, date) => `${year}年${month}月${date}日`)}公布`,
        },
        verdict: {
            adopted: '通过',
            'adopted-by-lot': '抽签通过',
            'not-adopted': '未通过',
            'further-round': '再次票决',
            tied: '票数相等',
        },
    },
    {
        product: 'Piaojue',
        purpose: 'Delegates vote on livelihood projects',
        window: 'Big screen',
        training: 'Training',
        head: {
            meeting: (congress, session) => `${congress} ${session}`,
            round: (round) => `Round ${round}`,
            furtherRound: (round) => `Round ${round} (further round)`,
        },
        seats: (seats) => `Seats: ${seats}`,
        page: (page, pages) => `Page ${page} of ${pages}`,
        candidates: {
            title: (year) => `Livelihood Projects of ${year}: Candidates`,
            count: (count) => `Candidates: ${count}`,
            number: 'No.',
            name: 'Project',
            place: 'Place',
            investment: 'Cost, ¥10,000',
        },
        checkIn: {
            title: 'Check-in of delegates',
            expected: 'In office',
            present: 'Present',
            bar: 'Check-in so far',
            quorum: (quorum) => `Quorum ${quorum}`,
            reached: 'The quorum is reached',
            missing: (missing) => `${missing} more needed`,
        },
        polling: {
            title: 'The poll is open',
            cast: 'Cast',
            issued: 'Slips issued',
            bar: 'Turnout',
            kiosksOut: 'Ballots at other kiosks are counted once merged',
            trust: 'Ballots are sealed: it takes key cards of several scrutineers together to open anything. In the published record anybody can check the count, and delegates find their ballots by their tracking codes.',
        },
        suspended: {
            title: 'The poll is suspended',
            sentence: 'All ballots cast so far are sealed in the box. Please wait.',
        },
        counting: {
            title: 'Poll closed, counting',
            sentence: 'The result is announced once the scrutineers have confirmed it.',
        },
        void: {
            title: 'This round is void',
            sentence: 'Please wait to hear what follows.',
        },
        result: {
            title: (year) => `Result of the vote, ${year}`,
            adopted: (adopted) => `Adopted: ${adopted}`,
            rank: 'Rank',
            number: 'No.',
            name: 'Project',
            votes: 'For',
            verdict: 'Result',
            threshold: (votes) => `${votes} to pass`,
            share: 'Of all delegates',
            furtherRound: 'A further round follows',
            announced: (day) =>
                `Announced ${dateParts(day, (year, month, date) => `${date} ${MONTHS[month - 1]} ${year}`)}`,
        },
        verdict: {
            adopted: 'Adopted',
            'adopted-by-lot': 'Adopted by lot',
            'not-adopted': 'Not adopted',
            'further-round': 'Further round',
            tied: 'Tied',
        },
    },
);

/** A day such as `2026-01-15` in the reader's order; anything else shows itself. */
function dateParts(day: string, arrange: (year: number, month: number, date: number) => string): string {
    const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
    return parts ? arrange(Number(parts[1]), Number(parts[2]), Number(parts[3])) : day;
}
