import { texts } from '@/shared/language.svelte';

/** Why a round is void, and what follows. */
export const voidText = texts(
    {
        title: '本轮票决无效',
        reasons: {
            'quorum-missing': '实到代表未达到法定人数。',
            'more-collected-than-issued': '收回票数多于发出票数。',
            'by-decision': '大会主席团决定本轮票决无效。',
        },
    },
    {
        title: 'This round is void',
        reasons: {
            'quorum-missing': 'The delegates present are not a quorum.',
            'more-collected-than-issued': 'More ballots were collected than issued.',
            'by-decision': 'The presidium has declared this round void.',
        },
    },
);
