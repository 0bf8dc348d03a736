import { texts } from '@/shared/language.svelte';

interface HomeTexts {
    goBack: string;
    newTitle: string;
    newLead: string;
    create: string;
    operatorCard: string;
    operator: string;
    operatorHint: string;
    pin: string;
    pinAgain: string;
    pinHint: string;
    pinsDiffer: string;
    sampleTitle: string;
    sampleLead: string;
    sampleOperator: string;
    samplePinHint: string;
    sampleCreate: string;
    signInTitle: string;
    signInLoading: string;
    signInAct: string;
    person: string;
    operatorRole: (name: string) => string;
    scrutineerRole: (name: string) => string;
    ways: Record<'import' | 'restore', WayTexts>;
    stationKey: string;
    holds: string;
    holdsLog: (entries: number) => string;
    replacesTitle: string;
    replaces: (entries: number | null) => string;
    replacesLess: (lost: number) => string;
    replacesNothing: string;
    restoreOperator: string;
    restoreOperatorPin: string;
    restoreScrutineer: string;
    restoreScrutineerPin: string;
    restoreScrutineerHint: string;
    restoreKnown: string;
    restoreKnownPin: string;
    restoreKnownHint: string;
    restoreStatement: string;
    restoreOlderHint: string;
    restoreUnknownHint: string;
    noScrutineers: string;
}

/** What is said of one way to a session from a file. */
interface WayTexts {
    title: string;
    lead: string;
    file: string;
    keyHint: string;
    inspect: string;
    other: string;
    act: string;
    done: string;
}

const chinese: HomeTexts = {
    goBack: '返回',
    newTitle: '新建会议',
    newLead: '填写会议和人员。第一轮票决的名单和规则确定之前，都可以修改。',
    create: '建立会议',
    operatorCard: '操作员',
    operator: '操作员姓名',
    operatorHint: '在秘书处操作本程序的人。以后可以增加其他操作员。',
    pin: 'PIN',
    pinAgain: '再输入一次 PIN',
    pinHint: '6 至 12 位数字。打开会议、解锁和重要操作都要用，请记牢，不要告诉他人。',
    pinsDiffer: '两次输入的 PIN 不一致。请重新输入。',
    sampleTitle: '打开样例会议',
    sampleLead: '样例会议用于演练：代表、项目和监票人都是虚构的，所有画面和文件都标明“演练”。',
    sampleOperator: '演练操作员',
    samplePinHint: '自定 6 至 12 位数字。样例中的监票人也用这个 PIN。',
    sampleCreate: '打开样例会议',
    signInTitle: '登录会议',
    signInLoading: '正在读取登录人…',
    signInAct: '打开',
    person: '登录人',
    operatorRole: (name) => `${name}（操作员）`,
    scrutineerRole: (name) => `${name}（监票人，只能查看）`,
    ways: {
        import: {
            title: '导入会议',
            lead: '先检查文件里有什么，再决定是否导入。会议文件会复制到本机，原文件不变。',
            file: '会议文件',
            keyHint: '密钥和会议文件放在一起时不必填写。没有密钥，不能打开另一台电脑建立的会议。',
            inspect: '检查文件',
            other: '换一个文件',
            act: '导入会议',
            done: '会议已导入，可以打开。',
        },
        restore: {
            title: '从备份恢复',
            lead: '先检查备份里有什么，再决定是否恢复。检查不会改变任何内容。',
            file: '备份文件',
            keyHint: '备份由本机建立时不必填写。',
            inspect: '检查备份',
            other: '换一个备份',
            act: '恢复会议',
            done: '会议已从备份恢复，可以打开。',
        },
    },
    stationKey: '工作站密钥（选填）',
    holds: '备份里的会议',
    holdsLog: (entries) => `操作记录 ${entries} 条`,
    replacesTitle: '将替换本机上的同一会议',
    replaces: (entries) =>
        entries === null
            ? '本机现有的会议文件会另外保留，不会删除。'
            : `本机现有的会议有操作记录 ${entries} 条；它的文件会另外保留，不会删除。`,
    replacesLess: (lost) => `比备份多 ${lost} 条：恢复后，备份之后的这些操作不再出现。`,
    replacesNothing: '本机上没有这个会议，恢复不会替换任何内容。',
    restoreOperator: '操作员',
    restoreOperatorPin: '操作员的 PIN',
    restoreScrutineer: '在场的监票人',
    restoreScrutineerPin: '监票人的 PIN',
    restoreScrutineerHint: '请监票人本人输入。',
    restoreKnown: '本机认识的人',
    restoreKnownPin: '此人现在的 PIN',
    restoreKnownHint: '本机记得他的 PIN。请本人输入。',
    restoreStatement: '说明原因',
    restoreOlderHint: '文件比本机所知的记录要早。说明会写入记录和会议纪要。',
    restoreUnknownHint: '本机不认识这个会议。说明会写入记录和会议纪要。',
    noScrutineers: '文件中还没有封箱，由操作员一人进行。',
};

const english: HomeTexts = {
    goBack: 'Go back',
    newTitle: 'New session',
    newLead: 'Enter the session and its people. All of it can be changed until the first round’s list and rules are adopted.',
    create: 'Create session',
    operatorCard: 'Operator',
    operator: 'The operator’s name',
    operatorHint: 'Who works with this program at the secretariat. Other operators can be added later.',
    pin: 'PIN',
    pinAgain: 'The PIN again',
    pinHint: '6 to 12 digits. It opens and unlocks the session and confirms important acts. Remember it and tell nobody.',
    pinsDiffer: 'The two PINs differ. Enter them again.',
    sampleTitle: 'Open sample session',
    sampleLead:
        'The sample session is for training: its delegates, projects and scrutineers are invented, and every screen says “Training”, every document “Exercise”.',
    sampleOperator: 'Training operator',
    samplePinHint: 'Choose 6 to 12 digits. The sample’s scrutineers have the same PIN.',
    sampleCreate: 'Open sample session',
    signInTitle: 'Sign in',
    signInLoading: 'Reading who can sign in…',
    signInAct: 'Open',
    person: 'Who signs in',
    operatorRole: (name) => `${name} (operator)`,
    scrutineerRole: (name) => `${name} (scrutineer, may look only)`,
    ways: {
        import: {
            title: 'Import session',
            lead: 'See what the file holds, then decide. The session’s file is copied to this computer; the original stays as it is.',
            file: 'Session file',
            keyHint:
                'Not needed where the key lies beside the session’s file. Without the key, a session of another computer cannot be opened.',
            inspect: 'Inspect file',
            other: 'Another file',
            act: 'Import session',
            done: 'The session was imported and can be opened.',
        },
        restore: {
            title: 'Restore from backup',
            lead: 'See what the backup holds, then decide. Inspecting changes nothing.',
            file: 'Backup file',
            keyHint: 'Not needed for a backup of this computer.',
            inspect: 'Inspect backup',
            other: 'Another backup',
            act: 'Restore session',
            done: 'The session was restored from the backup and can be opened.',
        },
    },
    stationKey: 'Station key (optional)',
    holds: 'The session in the backup',
    holdsLog: (entries) => `${entries} acts on record`,
    replacesTitle: 'Takes the place of the same session on this computer',
    replaces: (entries) =>
        entries === null
            ? 'The file of the session here is kept aside, not deleted.'
            : `The session here has ${entries} acts on record; its file is kept aside, not deleted.`,
    replacesLess: (lost) => `That is ${lost} more than the backup has: acts done after the backup will no longer show.`,
    replacesNothing: 'The session is not on this computer; restoring replaces nothing.',
    restoreOperator: 'Operator',
    restoreOperatorPin: 'The operator’s PIN',
    restoreScrutineer: 'Scrutineer present',
    restoreScrutineerPin: 'The scrutineer’s PIN',
    restoreScrutineerHint: 'The scrutineer types it.',
    restoreKnown: 'Somebody whom this computer knows',
    restoreKnownPin: 'Their PIN as it is now',
    restoreKnownHint: 'This computer remembers it. They type it themselves.',
    restoreStatement: 'The reason',
    restoreOlderHint: 'The file ends before what this computer knows of the session. The reason goes into the record and the minutes.',
    restoreUnknownHint: 'This computer does not know the session. The reason goes into the record and the minutes.',
    noScrutineers: 'Nothing is sealed in this file; the operator does it alone.',
};

export const text = texts(chinese, english);
