import { texts } from '@/shared/language.svelte';

export const reviewText = texts(
    {
        title: '请核对选票',
        list: '您的选择',
        groups: { approve: '赞成', oppose: '反对', abstain: '弃权', open: '没有选择' },
        items: (count: number) => `${count} 项`,
        open: (count: number) => `有${count}项没有选择，将按弃权计`,
        left: (count: number) => `还可以再赞成 ${count} 项`,
        blankTitle: (oppose: boolean) => `您没有赞成${oppose ? '或反对' : ''}任何项目，要投空白票吗？`,
        blankLead: '空白票有效，每一项都按弃权计。',
        blankMeant: '我确认投空白票',
        back: '返回修改',
        giveUp: '取消，稍后再投',
        challenge: '检验票决机',
        code: '查询码',
        cast: '投票',
        casting: '正在投票',
    },
    {
        title: 'Check your ballot',
        list: 'Your choices',
        groups: { approve: 'Approved', oppose: 'Opposed', abstain: 'Abstained', open: 'Not chosen' },
        items: (count) => `${count}`,
        open: (count) =>
            count === 1 ? '1 was not chosen: it counts as an abstention' : `${count} were not chosen: they count as abstentions`,
        left: (count) => `You may approve ${count} more`,
        blankTitle: (oppose) => `You have approved ${oppose ? 'and opposed ' : ''}nothing. Cast a blank ballot?`,
        blankLead: 'A blank ballot is valid and abstains on every project.',
        blankMeant: 'Yes, cast it blank',
        back: 'Go back and change',
        giveUp: 'Cancel, vote later',
        challenge: 'Test this machine',
        code: 'Tracking code',
        cast: 'Cast the vote',
        casting: 'Casting',
    },
);
