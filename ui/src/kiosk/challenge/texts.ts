import { texts } from '@/shared/language.svelte';

export const challengeText = texts(
    {
        title: '检验票决机吗？',
        lead: ['票决机会打开这张选票，给您看里面封存了什么。', '打开的选票作废，不计票。您用同一张票签重新投票。'],
        back: '返回',
        confirm: '检验',
    },
    {
        title: 'Test this machine?',
        lead: [
            'The machine opens this ballot and shows what is sealed in it.',
            'An opened ballot is void and not counted. You vote anew with the same slip.',
        ],
        back: 'Go back',
        confirm: 'Test it',
    },
);

export const challengedText = texts(
    {
        title: '这张票已作废，不计票',
        lead: '请核对：查询码与刚才的相同，下面与您的选择相同。',
        code: '查询码',
        list: '封存的选择',
        marks: { approve: '赞成', oppose: '反对', abstain: '弃权', open: '弃权' },
        file: '检验文件保存在工作人员的电脑上：',
        printed: '已打印检验单，请向工作人员领取。',
        notWritten: '检验文件没有保存，请告诉工作人员：',
        again: '重新投票',
    },
    {
        title: 'This ballot is void and not counted',
        lead: 'Compare: the tracking code is the one from before, and the marks are yours.',
        code: 'Tracking code',
        list: 'What was sealed',
        marks: { approve: 'Approve', oppose: 'Oppose', abstain: 'Abstain', open: 'Abstain' },
        file: 'The file to check it with is on the staff’s computer:',
        printed: 'A slip of it was printed: ask the staff for it.',
        notWritten: 'The file could not be saved. Tell the staff:',
        again: 'Vote anew',
    },
);
