import { texts } from '@/shared/language.svelte';

export const settingsText = texts(
    {
        training: '演练',
        size: '字号',
        sizes: { small: '小', default: '标准', large: '大', largest: '特大' },
        contrast: '对比度',
        contrasts: { default: '标准', high: '高', inverse: '反相' },
        language: '语言',
        leave: '退出',
    },
    {
        training: 'Training',
        size: 'Text',
        sizes: { small: 'Small', default: 'Standard', large: 'Large', largest: 'Largest' },
        contrast: 'Contrast',
        contrasts: { default: 'Standard', high: 'High', inverse: 'Inverse' },
        language: 'Language',
        leave: 'Exit',
    },
);

export const pinText = texts(
    {
        entered: (digits: number) => `已输入 ${digits} 位`,
        erase: '退格',
        enter: '提交',
    },
    {
        entered: (digits) => `${digits} digits entered`,
        erase: 'Delete',
        enter: 'Enter',
    },
);

export const pagesText = texts(
    {
        above: (items: number) => ['上面还有', `${items} 项`],
        below: (items: number) => ['下面还有', `${items} 项`],
    },
    {
        above: (items) => [`${items} more`, 'above'],
        below: (items) => [`${items} more`, 'below'],
    },
);

export const leaveText = texts(
    {
        title: '退出票决机',
        lead: '请操作员输入 PIN。',
        back: '返回票决机',
    },
    {
        title: 'Exit the kiosk',
        lead: 'An operator enters their PIN.',
        back: 'Back to the kiosk',
    },
);

export const stillHereText = texts(
    {
        title: '还在投票吗？',
        countdown: (seconds: number) => `${seconds} 秒后将清除屏幕，选票不会投出，票签仍然有效。`,
        stay: '还在，继续投票',
    },
    {
        title: 'Are you still voting?',
        countdown: (seconds) =>
            `The screen is cleared in ${seconds} seconds. Nothing is cast then, and the slip stays good.`,
        stay: 'Yes, go on voting',
    },
);

export const giveUpText = texts(
    {
        title: '现在不投票吗？',
        lead: '您的选择会被清除，不会投出。票签仍然有效，可以稍后再来投票。',
        stay: '继续投票',
        giveUp: '清除，稍后再投',
    },
    {
        title: 'Not voting now?',
        lead: 'Your choices are cleared and not cast. The slip stays good: come back later.',
        stay: 'Go on voting',
        giveUp: 'Clear, vote later',
    },
);

export const troubleText = texts(
    {
        title: '刚才的操作没有完成',
        help: '如需帮助，请找工作人员。',
        back: '返回',
    },
    {
        title: 'That could not be done',
        help: 'If you need help, ask the staff.',
        back: 'Go back',
    },
);
