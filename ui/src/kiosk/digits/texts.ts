import { texts } from '@/shared/language.svelte';

export const digitsText = texts(
    {
        title: '在查询码后面加三位自己的数字',
        lead: '请自己想三位数字，不要用别人告诉您的。数字接在查询码后面，公开可查，但不显示您选了什么。这样，除非有人碰巧加了同样的数字，别人的选票就不能冒充您的。',
        entered: (digits: string) => (digits === '' ? '还没有输入' : `已输入 ${digits}`),
        erase: '退格',
        back: '返回',
        none: '不加数字',
        add: '加上',
    },
    {
        title: 'Three digits of your own behind the code',
        lead: 'Think of three digits yourself; use none that somebody told you. They are public behind your tracking code, and show nothing of what you chose. So nobody else’s ballot can pass for yours, unless they happened to add the same.',
        entered: (digits) => (digits === '' ? 'Nothing entered' : `Entered: ${digits}`),
        erase: 'Delete',
        back: 'Go back',
        none: 'No digits',
        add: 'Add them',
    },
);
