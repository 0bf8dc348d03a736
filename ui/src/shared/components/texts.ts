import { texts } from '../language.svelte';

export const text = texts(
    {
        close: '关闭',
        browse: '浏览…',
        twoPersons: '这一步须由两人共同确认。监票人的 PIN 由监票人本人输入，操作员回避。',
        operatorPin: '操作员的 PIN',
        scrutineer: '监票人',
        scrutineerPin: '监票人的 PIN',
        noScrutineer: '还没有监票人设置 PIN。请先完成“分发钥匙卡”这一步。',
        goBack: '返回',
        progress: (done: number, total: number) => `${done} / ${total}`,
        zone: (number: number, colour: string) => `第${number}票区　${colour}色`,
    },
    {
        close: 'Close',
        browse: 'Browse…',
        twoPersons: 'Two people confirm this step together. The scrutineer types the scrutineer’s PIN; the operator looks away.',
        operatorPin: 'The operator’s PIN',
        scrutineer: 'Scrutineer',
        scrutineerPin: 'The scrutineer’s PIN',
        noScrutineer: 'No scrutineer has a PIN yet. Hand out the key cards first.',
        goBack: 'Go back',
        progress: (done, total) => `${done} of ${total}`,
        zone: (number, colour) => `Zone ${number}: ${colour}`,
    },
);
