import { texts } from '@/shared/language.svelte';

export const challengeText = texts(
    {
        title: '检验票决机吗？',
        lead: [
            '票决机会打开这张选票，给您看里面封存了什么，并给出检验数据（写入监票人的 U 盘，或者显示为二维码），供别的电脑核对。',
            '请用随意编的选择来检验，不要用您真实的选择：打开的选票别人也能看到。',
        ],
        againTitle: '这张选票不计票，确定打开吗？',
        againLead: ['打开的选票作废，不计票。您用同一张票签重新投票。', '如果这是您真实的选择，请返回修改。'],
        back: '返回修改',
        confirm: '是随意编的，继续',
        really: '打开，不计票',
    },
    {
        title: 'Test this machine?',
        lead: [
            'The machine opens this ballot, shows what is sealed in it, and gives what another computer checks it with: on the scrutineers’ stick, or as QR codes.',
            'Use invented marks for that and not your own: others can see an opened ballot.',
        ],
        againTitle: 'This ballot will not count. Open it?',
        againLead: [
            'An opened ballot is void and not counted. You vote anew with the same slip.',
            'If these are your own marks, go back and change them.',
        ],
        back: 'Go back and change',
        confirm: 'They are invented: go on',
        really: 'Open it, uncounted',
    },
);

export const challengedText = texts(
    {
        title: '这张票已作废，不计票',
        lead: '请核对：查询码与刚才的相同，下面与您的选择相同。',
        code: '查询码',
        list: '封存的选择',
        marks: { approve: '赞成', oppose: '反对', abstain: '弃权', open: '弃权' },
        file: '检验文件已写入监票人的 U 盘，本机不保存：',
        codes: (codes: number) => `检验数据是 ${codes} 个二维码，请用票决间外的另一台电脑扫描核对；本机不保存。`,
        show: '显示二维码',
        left: (challenges: number) => `这一次还可以检验 ${challenges} 次。`,
        notWritten: '检验文件没有写成，请告诉监票人：',
        again: '重新投票',
    },
    {
        title: 'This ballot is void and not counted',
        lead: 'Compare: the tracking code is the one from before, and the marks are yours.',
        code: 'Tracking code',
        list: 'What was sealed',
        marks: { approve: 'Approve', oppose: 'Oppose', abstain: 'Abstain', open: 'Abstain' },
        file: 'The file to check it with is on the scrutineers’ stick; nothing of it stays on this computer:',
        codes: (codes) =>
            `It is checked with ${codes} QR codes by the second computer outside the booth; nothing of it stays on this computer.`,
        show: 'Show the QR codes',
        left: (challenges) => `You can test ${challenges === 1 ? 'once' : `${challenges} times`} more now.`,
        notWritten: 'The file could not be written. Tell the scrutineers:',
        again: 'Vote anew',
    },
);

export const codesText = texts(
    {
        title: (place: number, places: number) => `第 ${place} 个二维码，共 ${places} 个`,
        lead: '请用另一台电脑的扫码枪逐个扫描，次序不限。',
        close: '完成',
        before: '上一个',
        next: '下一个',
    },
    {
        title: (place, places) => `QR code ${place} of ${places}`,
        lead: 'Scan each with the other computer’s scanner, in any order.',
        close: 'Done',
        before: 'Previous',
        next: 'Next',
    },
);
