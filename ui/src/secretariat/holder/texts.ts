import type { PartStep, RoundNumber } from '@/shared/generated';
import { texts } from '@/shared/language.svelte';

/** What is said where one file of the station is taken. */
interface StepTexts {
    title: string;
    lead: string;
    file: string;
    act: string;
    outgoing: string;
}

interface HolderTexts {
    title: string;
    titleOf: (name: string) => string;
    back: string;
    leave: string;
    putAway: string;

    partsLead: string;
    kept: string;
    keptText: string;
    none: string;
    noneText: string;
    part: (id: string) => string;
    changed: (at: string) => string;
    open: string;
    openTitle: string;
    folder: (folder: string) => string;

    join: string;
    joinTitle: string;
    joinLead: string;
    invitation: string;
    fileHint: string;
    look: string;
    lookAtList: string;
    lookAtBox: string;
    hasRead: (name: string) => string;
    anotherFile: string;
    invitedTo: string;
    opens: (threshold: number, holders: number) => string;
    whoAmI: string;
    chooseName: string;
    passphrase: string;
    passphraseOld: string;
    passphraseAgain: string;
    passphraseHint: string;
    passphrasesDiffer: string;
    passphraseShown: string;
    passphraseShownHint: string;
    joinAct: string;

    steps: Record<PartStep, StepTexts>;
    stepsTitle: string;
    stepNames: Record<Exclude<PartStep, 'counted'>, string> & { count: string };
    doneMark: string;
    nowMark: string;
    holders: string;
    me: (name: string) => string;

    compare: string;
    compareText: string;
    read: string;
    listen: string;
    ownDigits: string;
    allSame: string;
    allSameHint: string;
    heard: string;
    heardHint: string;
    heardCount: (digits: number, all: number) => string;
    differs: string;

    fingerprint: string;
    fingerprintText: string;
    countTitle: string;
    round: string;
    roundValue: (round: RoundNumber) => string;
    ballots: string;
    ballotsValue: (ballots: number) => string;
    rootText: string;
    counting: string;
    counted: (round: RoundNumber) => string;

    outgoingOf: (kind: string) => string;
    written: (path: string) => string;
    bring: string;
    writeAgainText: string;
    stick: string;
    stickHint: string;
    writeAgain: string;

    erase: string;
    eraseTitle: string;
    eraseText: string;
    eraseWhen: string;
    eraseConfirmed: string;
    eraseAct: string;
    erased: string;
}

const chinese: HolderTexts = {
    title: '持钥人',
    titleOf: (name) => `持钥人　${name}`,
    back: '返回',
    leave: '收起份额',
    putAway: '十分钟没有人操作，份额已经收起。',

    partsLead: '密钥由几位持钥人在各自的电脑上共同生成，任何一台电脑上都没有完整的密钥。',
    kept: '本机保存的份额',
    keptText: '份额用口令封存。不输入口令，看不出属于哪次会议、哪一位。',
    none: '本机还没有份额',
    noneText: '拿到写有密钥邀请的 U 盘后，从下面的“用邀请加入”开始。',
    part: (id) => `编号 ${id}`,
    changed: (at) => `最后保存于 ${at}`,
    open: '打开',
    openTitle: '打开份额',
    folder: (folder) => `保存在 ${folder}`,

    join: '用邀请加入',
    joinTitle: '加入密钥仪式',
    joinLead: '选择票决站写在 U 盘上的密钥邀请，核对会议，选自己的姓名，设定口令。',
    invitation: '密钥邀请（.pjkeys）',
    fileHint: '在票决站给您的 U 盘上。',
    look: '读取邀请',
    lookAtList: '读取名册',
    lookAtBox: '读取票箱',
    hasRead: (name) => `已读取 ${name}`,
    anotherFile: '换一个文件',
    invitedTo: '邀请您参加的会议',
    opens: (threshold, holders) => `${holders} 位持钥人，其中 ${threshold} 位到场就能开箱`,
    whoAmI: '您是哪一位',
    chooseName: '请选择',
    passphrase: '设定口令',
    passphraseOld: '口令',
    passphraseAgain: '再输入一次口令',
    passphraseHint: '至少 12 个字符：一句自己记得住、别人猜不到的话。忘了口令，份额就不能再用。',
    passphrasesDiffer: '两次输入的口令不同，请重新输入。',
    passphraseShown: '显示输入的口令',
    passphraseShownHint: '口令用汉字时需要显示，才能使用输入法。请先看看身后有没有人。',
    joinAct: '加入并写出加入书',

    steps: {
        joined: {
            title: '核对全体持钥人的名册',
            lead: '先把加入书交给票决站。各位都加入以后，票决站会把名册写到您的 U 盘上。',
            file: '持钥人名册（.pjkeys）',
            act: '确认名册，写出公开部分',
            outgoing: '加入书',
        },
        contributed: {
            title: '收取全体的公开部分',
            lead: '把公开部分交给票决站，再把票决站写回的“全体持钥人的公开部分”放到这里。本机会逐一检查。',
            file: '全体持钥人的公开部分（.pjkeys）',
            act: '检查并写出密封份额',
            outgoing: '公开部分',
        },
        shared: {
            title: '收取全体的密封份额',
            lead: '把密封份额交给票决站，再把票决站写回的“全体持钥人的密封份额”放到这里。只有本机能拆开给您的那些。',
            file: '全体持钥人的密封份额（.pjkeys）',
            act: '得到份额，写出确认书',
            outgoing: '密封份额',
        },
        holding: {
            title: '等待计票',
            lead: '密钥已经生成。把确认书交给票决站，核对密钥指纹；截止以后，再把待计的票箱放到这里。',
            file: '待计的票箱（.pjkeys）',
            act: '计票并写出开箱数据',
            outgoing: '密钥确认书',
        },
        counted: {
            title: '还有下一轮时',
            lead: '把开箱数据交给票决站。如果还有下一轮，截止以后再把那一轮的票箱放到这里。',
            file: '下一轮待计的票箱（.pjkeys）',
            act: '计票并写出开箱数据',
            outgoing: '开箱数据',
        },
    },
    stepsTitle: '步骤',
    stepNames: {
        joined: '加入',
        contributed: '核对名册',
        shared: '密封份额',
        holding: '得到份额',
        count: '计票开箱',
    },
    doneMark: '已完成',
    nowMark: '现在',
    holders: '全体持钥人',
    me: (name) => `${name}（本机）`,

    compare: '念数字，核对名册',
    compareText: '一位持钥人照着自己的屏幕念 40 个数字，其他各位在自己的电脑上输入听到的数字。数字一致，各人看到的名册和密钥才是同一份。',
    read: '我来念',
    listen: '我听别人念',
    ownDigits: '请逐组念出',
    allSame: '其他每一位持钥人都说数字一致',
    allSameHint: '有一位说不一致，就不要继续。',
    heard: '听到的数字',
    heardHint: '8 组，每组 5 个数字，可以不输空格。',
    heardCount: (digits, all) => `已输入 ${digits} 个，共 ${all} 个`,
    differs: '不一致就停下：不要写出任何文件，报告总监票人。',

    fingerprint: '密钥指纹',
    fingerprintText: '请与密钥仪式报告上印的指纹逐组核对，一致才在报告上签名。不一致的，立即报告总监票人。',
    countTitle: '计票',
    round: '轮次',
    roundValue: (round) => `第 ${round} 轮`,
    ballots: '密封选票',
    ballotsValue: (ballots) => `${ballots} 张`,
    rootText: '请总监票人照着签过字的封箱报告，向全体到场的持钥人念一遍箱根的 40 个数字；各人输入听到的数字。本机会自己算出箱根来比较，再逐张验票、相加。',
    counting: '正在验票、相加…',
    counted: (round) => `已计第 ${round} 轮。这一轮的其他票箱，本机一律不再计。`,

    outgoingOf: (kind) => `交给票决站：${kind}`,
    written: (path) => `已写到 ${path}`,
    bring: '请取下 U 盘，交给票决站。',
    writeAgainText: 'U 盘没有写成或丢了，可以再写一次，内容不变。',
    stick: '写到',
    stickHint: '请选 U 盘。',
    writeAgain: '再写一次',

    erase: '清除份额…',
    eraseTitle: '清除本机的份额',
    eraseText: '清除后，本机再也不能为这把密钥开箱，也不能恢复。',
    eraseWhen: '请在全部结果公布、总监票人说可以清除以后再清除；密钥仪式重新举行的，旧的份额也可以清除。',
    eraseConfirmed: '总监票人已经说可以清除',
    eraseAct: '清除份额',
    erased: '份额已经从本机清除。',
};

const english: HolderTexts = {
    title: 'Key holder',
    titleOf: (name) => `Key holder ${name}`,
    back: 'Go back',
    leave: 'Put the part away',
    putAway: 'Nobody has worked here for ten minutes. The part was put away.',

    partsLead: 'Several holders make a key together, each on a computer of their own. No computer ever has the whole key.',
    kept: 'Parts kept on this computer',
    keptText: 'A part is sealed with a passphrase. Without it nobody can tell whose it is, or of which session.',
    none: 'No part on this computer yet',
    noneText: 'Once you have a stick with a key invitation, begin with “Join from an invitation” below.',
    part: (id) => `Number ${id}`,
    changed: (at) => `Kept last at ${at}`,
    open: 'Open',
    openTitle: 'Open a part',
    folder: (folder) => `Kept in ${folder}`,

    join: 'Join from an invitation',
    joinTitle: 'Join a key ceremony',
    joinLead: 'Choose the key invitation on the station’s stick, see whose it is, choose your name, and set a passphrase.',
    invitation: 'Key invitation (.pjkeys)',
    fileHint: 'On the stick that the station gave you.',
    look: 'Read the invitation',
    lookAtList: 'Read the list',
    lookAtBox: 'Read the box',
    hasRead: (name) => `Read: ${name}`,
    anotherFile: 'Another file',
    invitedTo: 'You are invited to',
    opens: (threshold, holders) => `${holders} holders, of whom any ${threshold} open the box`,
    whoAmI: 'Which of them are you?',
    chooseName: 'Choose your name',
    passphrase: 'Set a passphrase',
    passphraseOld: 'Passphrase',
    passphraseAgain: 'The passphrase again',
    passphraseHint: 'At least 12 characters: a sentence that you can keep in mind and nobody guesses. Without it the part is lost.',
    passphrasesDiffer: 'The two passphrases differ. Enter them again.',
    passphraseShown: 'Show the passphrase',
    passphraseShownHint: 'Chinese characters can be entered only while it is shown. See that nobody looks on.',
    joinAct: 'Join and write the file',

    steps: {
        joined: {
            title: 'Compare the list of all holders',
            lead: 'Take your joining to the station. Once all have joined, it writes the list of holders to your stick.',
            file: 'List of holders (.pjkeys)',
            act: 'Confirm, and write the public part',
            outgoing: 'joining',
        },
        contributed: {
            title: 'Take the public parts of all',
            lead: 'Take your public part to the station, and bring back the public parts of all holders. This computer checks each.',
            file: 'Public parts of all holders (.pjkeys)',
            act: 'Check, and write the sealed shares',
            outgoing: 'public part',
        },
        shared: {
            title: 'Take the sealed shares of all',
            lead: 'Take your sealed shares to the station, and bring back those of all holders. Only this computer can unseal what is for you.',
            file: 'Sealed shares of all holders (.pjkeys)',
            act: 'Make my share, and write the confirmation',
            outgoing: 'sealed shares',
        },
        holding: {
            title: 'Wait for the count',
            lead: 'The key is made. Take your confirmation to the station and compare the fingerprint; after the close, bring the closed box.',
            file: 'Closed box (.pjkeys)',
            act: 'Count, and write the opening',
            outgoing: 'confirmation',
        },
        counted: {
            title: 'If there is a further round',
            lead: 'Take your opening to the station. If there is a further round, bring its box after its close.',
            file: 'Closed box of a further round (.pjkeys)',
            act: 'Count, and write the opening',
            outgoing: 'opening',
        },
    },
    stepsTitle: 'Steps',
    stepNames: {
        joined: 'Join',
        contributed: 'Compare the list',
        shared: 'Seal shares',
        holding: 'Have the share',
        count: 'Count and open',
    },
    doneMark: 'done',
    nowMark: 'now',
    holders: 'All holders',
    me: (name) => `${name} (this computer)`,

    compare: 'Read digits aloud, and compare',
    compareText:
        'One holder reads 40 digits from their screen; each other types what they hear. Where the digits agree, all see the same list of holders and keys.',
    read: 'I read them',
    listen: 'I listen',
    ownDigits: 'Read these aloud, group by group',
    allSame: 'Every other holder says that theirs agree',
    allSameHint: 'If one of them says that they differ, don’t go on.',
    heard: 'The digits that you hear',
    heardHint: '8 groups of 5 digits; spaces don’t matter.',
    heardCount: (digits, all) => `${digits} of ${all} digits`,
    differs: 'If they differ, stop: write no file, and tell the chief scrutineer.',

    fingerprint: 'Fingerprint of the key',
    fingerprintText:
        'Compare it, group by group, with the report on the key ceremony, and sign the report only if they agree. If they differ, tell the chief scrutineer at once.',
    countTitle: 'Count a box',
    round: 'Round',
    roundValue: (round) => `Round ${round}`,
    ballots: 'Sealed ballots',
    ballotsValue: (ballots) => `${ballots}`,
    rootText:
        'The chief scrutineer reads the 40 digits of the root, once, to all holders who are present, from the signed closing report; each types what they hear. This computer works the root out itself and compares, then verifies every ballot and adds up.',
    counting: 'Verifying and adding up…',
    counted: (round) => `Round ${round} is counted. No other box of this round will ever be counted here.`,

    outgoingOf: (kind) => `For the station: ${kind}`,
    written: (path) => `Written to ${path}`,
    bring: 'Take the stick to the station.',
    writeAgainText: 'If a stick failed or was lost, write the same file again.',
    stick: 'Write to',
    stickHint: 'Choose a USB stick.',
    writeAgain: 'Write it again',

    erase: 'Erase the part…',
    eraseTitle: 'Erase the part on this computer',
    eraseText: 'This computer can then never again open a box of this key. It cannot be undone.',
    eraseWhen:
        'Wait until every result is announced and the chief scrutineer says so. Where the ceremony was held again, the part of the first one can be erased too.',
    eraseConfirmed: 'The chief scrutineer has said that it may be erased',
    eraseAct: 'Erase the part',
    erased: 'The part was erased from this computer.',
};

export const text = texts(chinese, english);
