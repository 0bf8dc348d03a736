import type { KeyMaking, Language, Level } from '@/shared/generated';
import { texts } from '@/shared/language.svelte';
import type { ProfileField } from './profile';

interface ProfileTexts {
    about: string;
    people: string;
    fields: Record<ProfileField, string>;
    examples: Partial<Record<ProfileField, string>>;
    levels: Record<Level, string>;
    languages: Record<Language, string>;
    yes: string;
    no: string;
    keys: Record<KeyMaking, string>;
    keysHint: Record<KeyMaking, string>;
    cards: Record<KeyMaking, string>;
    cardsHint: Record<KeyMaking, (cards: number, threshold: number | null) => string>;
    tellersHint: string;
    personNumber: (label: string, number: number) => string;
    add: (label: string) => string;
    remove: string;
    removeNumber: (label: string, number: number) => string;
    thresholdOf: Record<KeyMaking, (threshold: number, cards: number) => string>;
}

const levels = { province: '省级', city: '市级', county: '县级', township: '乡镇级' };
const languages: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

const chinese: ProfileTexts = {
    about: '会议信息',
    people: '监票和计票',
    fields: {
        congress: '人民代表大会名称',
        session: '届次',
        level: '级别',
        year: '年份',
        presidium: '公告落款',
        language: '文件语言',
        training: '演练会议',
        chief: '总监票人',
        scrutineers: '监票人',
        threshold: '开启合计所需',
        tellers: '计票人',
        keys: '密钥怎样产生',
    },
    examples: {
        congress: '写全称，例如“临江县第十七届人民代表大会”。',
        session: '例如“第五次会议”。',
        presidium: '公告由谁发布，例如“临江县第十七届人民代表大会第五次会议主席团”。',
        training: '用于练习。所有画面和文件都标明“演练”，以后不能改为正式会议。',
    },
    levels,
    languages,
    yes: '是',
    no: '否',
    keys: { dealt: '由本机生成，分成钥匙卡', distributed: '由持钥人在各自的电脑上共同生成' },
    keysHint: {
        dealt: '一台电脑即可。生成时和计票时，完整的密钥在本机内存中。',
        distributed: '任何一台电脑都得不到完整的密钥；每位监票人须自备一台电脑，计票时带到现场。',
    },
    cards: { dealt: '张钥匙卡', distributed: '名持钥人' },
    cardsHint: {
        dealt: (cards, threshold) =>
            `总监票人和监票人各持一张钥匙卡，共 ${cards} 张。` +
            (threshold === null ? '' : `任意 ${threshold} 张钥匙卡可开启合计；张数不够，谁也看不到票数。`),
        distributed: (holders, threshold) =>
            `总监票人和监票人各持密钥的一份，共 ${holders} 人。` +
            (threshold === null ? '' : `任意 ${threshold} 人同时到场可开启合计；人数不够，谁也看不到票数。`),
    },
    tellersHint: '同一人只能担任一项工作。',
    personNumber: (label, number) => `${label} ${number}`,
    add: (label) => `增加${label}`,
    remove: '移除',
    removeNumber: (label, number) => `移除${label} ${number}`,
    thresholdOf: {
        dealt: (threshold, cards) => `共 ${cards} 张钥匙卡，任意 ${threshold} 张可开启合计`,
        distributed: (threshold, holders) => `共 ${holders} 名持钥人，任意 ${threshold} 人同时到场可开启合计`,
    },
};

const english: ProfileTexts = {
    about: 'About the session',
    people: 'Scrutineers and tellers',
    fields: {
        congress: 'Name of the congress',
        session: 'Session',
        level: 'Level',
        year: 'Year',
        presidium: 'Signed by',
        language: 'Language of the documents',
        training: 'Training session',
        chief: 'Chief scrutineer',
        scrutineers: 'Scrutineer',
        threshold: 'Needed to open the totals',
        tellers: 'Teller',
        keys: 'How the key is made',
    },
    examples: {
        congress: 'The full name, such as “17th People’s Congress of Linjiang County”.',
        session: 'For example “5th Session”.',
        presidium: 'Who issues the announcement, such as “Presidium of the 5th Session”.',
        training: 'For practice. Every screen says “Training”, every document “Exercise”, and it can never become a real session.',
    },
    levels: { province: 'Province', city: 'City', county: 'County', township: 'Township' },
    languages,
    yes: 'Yes',
    no: 'No',
    keys: { dealt: 'By this computer, dealt on key cards', distributed: 'By its holders, each on a computer of their own' },
    keysHint: {
        dealt: 'One computer will do. The whole key is in its memory when it is made, and again at the count.',
        distributed:
            'No computer ever has the whole key. Every scrutineer needs a computer of their own, and brings it to the count.',
    },
    cards: { dealt: 'key cards', distributed: 'holders' },
    cardsHint: {
        dealt: (cards, threshold) =>
            `The chief and every scrutineer hold a key card each, ${cards} in all. ` +
            (threshold === null ? '' : `Any ${threshold} of them open the totals; with fewer, nobody can see a vote.`),
        distributed: (holders, threshold) =>
            `The chief and every scrutineer hold a share of the key each, ${holders} in all. ` +
            (threshold === null ? '' : `Any ${threshold} of them together open the totals; with fewer, nobody can see a vote.`),
    },
    tellersHint: 'A person does one of these duties only.',
    personNumber: (label, number) => `${label} ${number}`,
    add: (label) => `Add a ${label.toLowerCase()}`,
    remove: 'Remove',
    removeNumber: (label, number) => `Remove ${label.toLowerCase()} ${number}`,
    thresholdOf: {
        dealt: (threshold, cards) => `any ${threshold} of ${cards} cards open the totals`,
        distributed: (threshold, holders) => `any ${threshold} of ${holders} holders together open the totals`,
    },
};

export const text = texts(chinese, english);
