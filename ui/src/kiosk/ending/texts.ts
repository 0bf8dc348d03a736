import { texts } from '@/shared/language.svelte';

export const thanksText = texts(
    {
        title: '投票成功，谢谢您',
        lead: '您的选票已经投入票箱。',
        code: '查询码',
        explained:
            '请抄下查询码。凭它可以在公布的记录里查到这张选票，计票结果人人都能据此核对，所以不必只听我们说；它不显示您选了什么，要几位监票人的钥匙卡一起才能打开。',
        countdown: (seconds: number) => `${seconds} 秒后自动返回`,
        done: '完成',
    },
    {
        title: 'Your vote is cast. Thank you.',
        lead: 'Your ballot is in the box.',
        code: 'Tracking code',
        explained:
            'Note the code: it finds this ballot in the published record, from which anybody can check the count, so you need not take our word. It does not show what you chose; that takes the key cards of several scrutineers together.',
        countdown: (seconds) => `Closes by itself in ${seconds} s`,
        done: 'Done',
    },
);
