import type { RoundNumber } from '@/shared/generated';
import { texts } from '@/shared/language.svelte';

// What the start page shows at first, and no more: vite.config.ts has the fonts of these characters loaded with the page.
interface StartTexts {
    program: string;
    about: string;
    sessions: string;
    emptyTitle: string;
    emptyText: string;
    open: string;
    year: (year: number) => string;
    roundState: (round: RoundNumber, state: string) => string;
    preparing: string;
    broken: string;
    brokenText: (id: string) => string;
    newSession: string;
    sample: string;
    sampleText: string;
    importSession: string;
    importText: string;
    restore: string;
    restoreText: string;
    verify: string;
    verifyText: string;
    holder: string;
    holderText: string;
    kiosk: string;
    kioskText: string;
    provision: string;
    provisionText: string;
    otherWays: string;
    version: (version: string) => string;
    folder: (folder: string) => string;
    dismiss: string;
}

const chinese: StartTexts = {
    program: '民生票决',
    about: '人民代表大会民生实事项目票决 · 秘书处',
    sessions: '本机上的会议',
    emptyTitle: '还没有会议',
    emptyText: '从右侧新建会议；第一次使用时，建议先打开样例会议练习一遍。',
    open: '打开',
    year: (year) => `${year}年`,
    roundState: (round, state) => `第 ${round} 轮 · ${state}`,
    preparing: '准备阶段',
    broken: '这个会议暂时打不开',
    brokenText: (id) => `会议文件 ${id} 原样保留，没有丢失任何内容。可以从备份恢复。`,
    newSession: '新建会议',
    sample: '打开样例会议',
    sampleText: '用虚构的名单和项目练习，标明“演练”。',
    importSession: '导入会议',
    importText: '打开从另一台电脑带来的会议文件。',
    restore: '从备份恢复',
    restoreText: '只能在起始页进行，须操作员和监票人在场。',
    verify: '核验档案',
    verifyText: '用票决档案独立核对一次会议的计票。',
    holder: '我是持钥人',
    holderText: '在自己的电脑上参与生成密钥，计票时开箱。',
    kiosk: '把这台电脑用作票决机',
    kioskText: '制作本机的密钥，把申请文件写到 U 盘。',
    provision: '载入配置文件',
    provisionText: '载入票决站写出的配置，本机随即开始投票。',
    otherWays: '开始工作',
    version: (version) => `版本 ${version}`,
    folder: (folder) => `会议保存在 ${folder}`,
    dismiss: '收起',
};

const english: StartTexts = {
    program: 'Piaojue',
    about: 'Secret votes of people’s congresses on livelihood projects · Secretariat',
    sessions: 'Sessions on this computer',
    emptyTitle: 'No session yet',
    emptyText: 'Create one at the right; if this is the first time, practise with the sample session before.',
    open: 'Open',
    year: (year) => `${year}`,
    roundState: (round, state) => `Round ${round} · ${state}`,
    preparing: 'Preparing',
    broken: 'This session cannot be opened for now',
    brokenText: (id) => `The file of session ${id} is kept as it is, and nothing is lost. It can be restored from a backup.`,
    newSession: 'New session',
    sample: 'Open sample session',
    sampleText: 'Practise with invented lists. Marked as training.',
    importSession: 'Import session',
    importText: 'Take over a session file from another computer.',
    restore: 'Restore from backup',
    restoreText: 'Only possible here, with operator and scrutineer present.',
    verify: 'Check a record',
    verifyText: 'Check the count of a session from its record.',
    holder: 'I hold a part of a key',
    holderText: 'Make it and count on a computer of your own.',
    kiosk: 'Use this computer as a kiosk',
    kioskText: 'Makes its key, and writes a request to a stick.',
    provision: 'Load a provision',
    provisionText: 'From the station; voting begins here at once.',
    otherWays: 'Begin',
    version: (version) => `Version ${version}`,
    folder: (folder) => `Sessions are kept in ${folder}`,
    dismiss: 'Dismiss',
};

export const startText = texts(chinese, english);
