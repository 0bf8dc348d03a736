import type { CalledFor, RoundNumber } from '@/shared/generated';
import { texts } from '@/shared/language.svelte';
import { counted } from '@/secretariat/lists/counted';

export const text = texts(
    {
        title: '确定名单，通过规则',
        lead: '请大会审议以下名单和规则。名单确定、规则通过后，在这里记录。',
        leadAdopted: '大会已经确定以下名单，并通过以下规则。',
        loading: '正在读取…',
        furtherRound: (round: RoundNumber) => `第 ${round} 轮`,
        why: (calledFor: CalledFor | null) =>
            ({
                tie: '上一轮末位票数相等，对票数相等的项目再次票决。',
                'too-few': '上一轮通过的项目不足应选数，对其余项目再次票决。',
                again: '上一轮无效，按同样的名单和规则重新票决。',
            })[calledFor ?? 'again'],
        candidates: (n: number, seats: number) => `候选项目 ${n} 个，应选 ${seats} 个`,
        rules: '票决规则',
        warnings: '请逐条确认提醒',
        warningsText: '这些提醒会写入通过的规则。',
        acknowledge: '已告知大会',
        unacknowledged: (n: number) => `还有 ${n} 条提醒没有确认。`,
        noWarnings: '没有提醒',
        noWarningsText: '没有需要告知大会的事项。',
        open: '记录名单和规则',
        confirmTitle: '名单已经确定，规则已经通过？',
        consequence: '记录之后，代表名单、候选项目和规则都不能再改。',
        consequenceRounds: '记录之后，本轮的候选项目和规则都不能再改。',
        summary: (candidates: number, seats: number, delegates: number) =>
            `候选项目 ${candidates} 个，应选 ${seats} 个，全体代表 ${delegates} 人。`,
        back: '返回核对',
        confirm: '记录名单和规则',
        recorded: '已记录：名单已经确定，规则已经通过。',
        adopted: '名单已确定、规则已通过，不再改动',
        digest: '名单和规则的校验值',
        digestText: '以后的每一步都以这个校验值为准，会议记录中也有它。可抄在签字页上备查。',
        next: '下一步：分发钥匙卡',
    },
    {
        title: 'Adopt list and rules',
        lead: 'The congress considers this list and these rules. Once it has adopted them, record it here.',
        leadAdopted: 'The congress has adopted this list and these rules.',
        loading: 'Reading…',
        furtherRound: (round) => `Round ${round}`,
        why: (calledFor) =>
            ({
                tie: 'Candidates were tied at the cut in an earlier round; a further round is held on them.',
                'too-few': 'Fewer projects were adopted than there are seats; a further round is held on the rest.',
                again: 'The round before was void; the same list is voted on again, by the same rules.',
            })[calledFor ?? 'again'],
        candidates: (n, seats) => `${counted(n, 'candidate')} for ${counted(seats, 'seat')}`,
        rules: 'Rules',
        warnings: 'Acknowledge each warning',
        warningsText: 'These warnings will stand in the adopted rules.',
        acknowledge: 'The congress was told',
        unacknowledged: (n) => (n === 1 ? '1 warning is not acknowledged yet.' : `${n} warnings are not acknowledged yet.`),
        noWarnings: 'No warnings',
        noWarningsText: 'There is nothing that the congress must be told.',
        open: 'Record the adoption',
        confirmTitle: 'Has the congress adopted list and rules?',
        consequence: 'From then on the roster, the candidates and the rules cannot be changed.',
        consequenceRounds: 'From then on the candidates and rules of this round cannot be changed.',
        summary: (candidates, seats, delegates) =>
            `${counted(candidates, 'candidate')}, ${counted(seats, 'seat')}, ${counted(delegates, 'delegate')} in office.`,
        back: 'Go back and check',
        confirm: 'Record the adoption',
        recorded: 'Recorded: the congress has adopted list and rules.',
        adopted: 'Adopted; list and rules stay as they are',
        digest: 'Digest of list and rules',
        digestText:
            'Every later step refers to this value, and the log keeps it. It can be noted on the page that is signed.',
        next: 'Next: hand out key cards',
    },
);
