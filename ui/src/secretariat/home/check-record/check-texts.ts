import { texts } from '@/shared/language.svelte';

/** The checks, chapter by chapter. */
export const checkText = texts(
    {
        checks: '逐项核验',
        passed: (passed: number, all: number) => `${passed}/${all} 通过`,
        failed: (failed: number) => `${failed} 项未通过`,
        notReached: (checks: number) => `${checks} 项未能核验`,
        notReachedText: '“未能核验”的项目，因所依据的内容未通过而无从核对。',
        verdicts: { pass: '通过', fail: '未通过', 'not-reached': '未能核验' },
        chapter: (number: number, title: string) => `${number}　${title}`,
        chapters: [
            '档案包和清单',
            '工作站和会议',
            '审计日志',
            '审计日志与各文件',
            '名单和票决办法',
            '钥匙',
            '票签',
            '密封选票',
            '计票',
            '结果',
            '文书',
        ],
    },
    {
        checks: 'Check by check',
        passed: (passed, all) => `${passed}/${all} hold`,
        failed: (failed) => (failed === 1 ? '1 fails' : `${failed} fail`),
        notReached: (checks) => `${checks} not reached`,
        notReachedText: 'A check is not reached where what it rests on doesn’t hold.',
        verdicts: { pass: 'holds', fail: 'fails', 'not-reached': 'not reached' },
        chapter: (number, title) => `${number}. ${title}`,
        chapters: [
            'Package and manifest',
            'Station and session',
            'The log',
            'The log against the files',
            'Lists and rules',
            'Keys',
            'Slips',
            'Sealed ballots',
            'Count',
            'Outcome',
            'Documents',
        ],
    },
);
