import { texts } from '@/shared/language.svelte';

export const thanksText = texts(
    {
        title: '投票成功，谢谢您',
        lead: '您的选票已经投入票箱。',
        code: '查询码',
        explained: '可以抄下查询码，以后用来查验您的选票在票箱中。它不显示您选了什么。',
        countdown: (seconds: number) => `${seconds} 秒后自动返回`,
        done: '完成',
    },
    {
        title: 'Your vote is cast. Thank you.',
        lead: 'Your ballot is in the box.',
        code: 'Tracking code',
        explained: 'Note the code to find your ballot in the box later. It does not show what you chose.',
        countdown: (seconds) => `Closes by itself in ${seconds} s`,
        done: 'Done',
    },
);
