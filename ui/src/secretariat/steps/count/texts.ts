import { texts } from '@/shared/language.svelte';

export const text = texts(
    {
        title: '计票',
        loading: '正在读取票箱…',
        tryAgain: '重试',
        leadRoot: '先抄写票箱校验值并签字，再请监票人出示钥匙卡。',
        leadEnough: '钥匙卡已经够了。请操作员和一位监票人共同开始计票。',
        leadVoid: '票数核对的结果使本轮无效。计票将记录这一点，不打开任何票数。',
        leadCounting: '正在计票，请稍候。完成后会转到“结果”。',
        leadDone: '本轮计票已经结束。',
        leadBlocked: '截止投票以后，在这里开箱计票。',

        blockedTitle: '现在还不能计票',
        blockedText: '先完成前面的步骤。截止投票后，票箱校验值和钥匙卡的读取都在这一页。',
        doneTitle: '计票已经完成',
        doneText: '票数和结论在“结果”一步。',
        voidDoneText: '原因和下一步在“结果”一步。',
        showResult: '查看结果',

        rootTitle: '一、抄写票箱校验值',
        rootText: '开票之前，请监票人抄写校验值并签字，附在票决结果报告单之后。选票有任何增减或改动，校验值就会不同。',
        rootLabel: '票箱校验值',
        ballots: '票箱中的选票',
        ballotsUnit: '张',

        cardsTitle: '二、出示钥匙卡',
        cardsText: (needed: number) => `请 ${needed} 位监票人依次出示钥匙卡，其他人请回避。`,
        cardsKept: '读取的卡只留在内存中，计票后立即清除。',
        presented: (presented: number, needed: number) => `已读取 ${presented} 张，需要 ${needed} 张`,
        holders: '监票人',
        card: (holder: number) => `第 ${holder} 号卡`,
        read: '已读取',
        notRead: '未出示',
        cardField: '钥匙卡',
        cardHint: '扫描卡上的二维码，或者逐行输入，每行 16 个字符。空格和换行会自动添加。',
        present: '读取钥匙卡',
        cardRead: (presented: number, needed: number) => `已读取一张钥匙卡，${presented} / ${needed}。`,
        enoughTitle: '钥匙卡已经够了',
        enoughText: (presented: number) => `已读取 ${presented} 张，可以开始计票。其余的卡不必出示。`,
        withdraw: '清除已读取的卡',
        withdrawn: '已清除读取的钥匙卡。',

        voidText: '按照规则，本轮票决无效，不打开任何票数，也不需要钥匙卡。记录以后，可以重新票决。',
        recordVoid: '记录本轮无效',
        recordVoidTitle: '记录本轮票决无效',
        recordVoidConsequence: '本轮将记录为无效，票数永不打开，记录不能更改。随后可以重新票决。',

        start: '开始计票',
        startTitle: '开始计票',
        startConsequence: (ballots: number) =>
            `程序将核验 ${ballots} 张密封选票，汇总后只打开总数，单张选票始终不打开。票数打开后不能撤回。`,

        countingTitle: '正在计票',
        countingBar: '核验密封选票',
        countingText: '逐张核验选票，汇总后打开总数，并用另一种算法复核。',
        canCancel: '现在可以取消：还没有打开任何票数，取消后可以重新开始。',
        cannotCancel: '正在打开总数，不能取消，请稍候。',
        cancel: '取消计票',
        cancelled: '计票已取消',
        cancelledText: '没有打开任何票数，票箱没有变化。可以重新开始计票。',
    },
    {
        title: 'Count',
        loading: 'Reading the box…',
        tryAgain: 'Try again',
        leadRoot: 'First write down the box’s root and sign it; then the scrutineers present their key cards.',
        leadEnough: 'There are enough key cards. The operator and a scrutineer start the count together.',
        leadVoid: 'The account makes this round void. Counting records that and opens no totals.',
        leadCounting: 'Counting. The result is shown as soon as it is done.',
        leadDone: 'The count of this round is over.',
        leadBlocked: 'Once the poll is closed, the box is opened and counted here.',

        blockedTitle: 'Not time to count yet',
        blockedText: 'Finish the steps before. After the close of the poll, the box’s root and the key cards are on this page.',
        doneTitle: 'The count is done',
        doneText: 'The totals and what follows from them are in the step “Result”.',
        voidDoneText: 'The reason and what comes next are in the step “Result”.',
        showResult: 'Show result',

        rootTitle: '1. Write down the box’s root',
        rootText:
            'Before any total is opened, the scrutineers write the root down and sign it; the sheet goes with the result report. Were a ballot added, dropped or altered, the root would differ.',
        rootLabel: 'Root of the box',
        ballots: 'Ballots in the box',
        ballotsUnit: '',

        cardsTitle: '2. Present the key cards',
        cardsText: (needed) =>
            needed === 1
                ? 'One scrutineer presents a key card while the others look away.'
                : `${needed} scrutineers present their key cards, one after the other, while the others look away.`,
        cardsKept: 'Cards that were read are kept in memory only, and erased after the count.',
        presented: (presented, needed) => `${presented} of ${needed} needed were read`,
        holders: 'Scrutineers',
        card: (holder) => `card ${holder}`,
        read: 'read',
        notRead: 'not presented',
        cardField: 'Key card',
        cardHint: 'Scan the QR code, or type the five rows of 16 characters. Spaces and line breaks are added for you.',
        present: 'Read key card',
        cardRead: (presented, needed) => `A key card was read: ${presented} of ${needed}.`,
        enoughTitle: 'Enough key cards',
        enoughText: (presented) => `${presented} were read, and the count can start. The others are not needed.`,
        withdraw: 'Erase cards read',
        withdrawn: 'The key cards that were read are erased.',

        voidText:
            'By the rules this round is void. No totals are opened, and no key cards are needed. Once that is recorded, it can be voted again.',
        recordVoid: 'Record round as void',
        recordVoidTitle: 'Record the round as void',
        recordVoidConsequence:
            'The round is recorded as void and its totals stay shut for ever. This cannot be changed. It can be voted again afterwards.',

        start: 'Start count',
        startTitle: 'Start the count',
        startConsequence: (ballots) =>
            `The program verifies ${ballots} sealed ballots, adds them up and opens the totals alone; no single ballot is ever opened. Opened totals cannot be shut again.`,

        countingTitle: 'Counting',
        countingBar: 'Verifying sealed ballots',
        countingText: 'Each ballot is verified, then the totals are opened and computed a second time in another way.',
        canCancel: 'It can be cancelled now: nothing is opened yet, and the count can be started again.',
        cannotCancel: 'The totals are being opened, and this cannot be cancelled. Please wait.',
        cancel: 'Cancel count',
        cancelled: 'The count was cancelled',
        cancelledText: 'No totals were opened, and the box is unchanged. The count can be started again.',
    },
);
