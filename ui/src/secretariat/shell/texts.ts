import type { CalledFor, RoundNumber, StepKey, StepStatus, UndoWhat } from '@/shared/generated';
import { texts } from '@/shared/language.svelte';

interface ShellTexts {
    program: string;
    window: string;
    loading: string;
    notStarted: string;
    tryAgain: string;
    training: string;
    language: string;
    steps: Record<StepKey, string>;
    statuses: Record<StepStatus, string>;
    stepBar: string;
    notNamed: string;
    preparing: string;
    round: (number: RoundNumber) => string;
    calledFor: Record<CalledFor, string>;
    pending: (rounds: number) => string;
    status: string;
    present: string;
    presentOf: (present: number, delegates: number) => string;
    quorum: (quorum: number) => string;
    reached: string;
    notReached: string;
    turnout: string;
    cast: (cast: number, issued: number) => string;
    backup: string;
    backupNever: string;
    backupFailed: string;
    backupSameDisk: string;
    openRecord: string;
    operator: string;
    scrutineer: string;
    looksOnly: string;
    lock: string;
    closeSession: string;
    closeTitle: string;
    closeText: string;
    goBack: string;
    openKiosk: string;
    closeKiosk: string;
    openScreen: string;
    closeScreen: string;
    undo: string;
    undoWhat: Record<UndoWhat, string>;
    undone: (what: string) => string;
    nothingToUndo: string;
    shortcuts: string;
    shortcutsTitle: string;
    shortcutGroups: { title: string; keys: { keys: string; does: string }[] }[];
    dismiss: string;
    resumed: string;
    onlyToBeEnded: string;
    kioskLocked: string;
    unlockKiosk: string;
    kioskUnlocked: string;
    idleTitle: string;
    idleText: (seconds: number) => string;
    goOn: string;
    locked: string;
    lockedText: string;
    whoUnlocks: (name: string) => string;
    unlock: string;
    otherPerson: string;
}

const chinese: ShellTexts = {
    program: '民生票决',
    window: '秘书处',
    loading: '正在打开…',
    notStarted: '程序没有准备好',
    tryAgain: '重试',
    training: '演练',
    language: '界面语言',
    steps: {
        session: '会议',
        delegates: '代表名单',
        candidates: '候选项目',
        rules: '票决规则',
        adopt: '确定名单和规则',
        ceremony: '分发钥匙卡',
        slips: '票签和封箱',
        'check-in': '签到',
        poll: '投票',
        count: '计票',
        result: '结果',
        documents: '文件',
        log: '记录和备份',
    },
    statuses: { done: '已完成', current: '当前', open: '可用', blocked: '未到' },
    stepBar: '会议流程',
    notNamed: '前面的步骤还没有完成。',
    preparing: '准备阶段',
    round: (number) => `第 ${number} 轮`,
    calledFor: { tie: '得票相同再次票决', 'too-few': '不足应选数再次票决' },
    pending: (rounds) => `还有 ${rounds} 轮待票决`,
    status: '会议状态',
    present: '到会',
    presentOf: (present, delegates) => `${present}/${delegates}`,
    quorum: (quorum) => `法定人数 ${quorum}`,
    reached: '已达到',
    notReached: '未达到',
    turnout: '投票进度',
    cast: (cast, issued) => `${cast}/${issued}`,
    backup: '备份',
    backupNever: '尚未备份',
    backupFailed: '备份失败',
    backupSameDisk: '（同一磁盘）',
    openRecord: '查看记录和备份',
    operator: '操作员',
    scrutineer: '监票人',
    looksOnly: '只能查看',
    lock: '锁定',
    closeSession: '关闭会议',
    closeTitle: '关闭会议',
    closeText: '所有内容都已保存，已投的选票都在。票决机和大屏会一起关闭，代表暂时不能投票；重新打开会议后从原处继续。',
    goBack: '返回',
    openKiosk: '打开票决机',
    closeKiosk: '关闭票决机',
    openScreen: '打开大屏',
    closeScreen: '关闭大屏',
    undo: '撤销',
    undoWhat: {
        delegates: '代表名单的改动',
        candidates: '候选项目的改动',
        rules: '票决规则的改动',
        'check-in': '最近一次签到',
    },
    undone: (what) => `已撤销：${what}`,
    nothingToUndo: '没有可以撤销的操作。',
    shortcuts: '快捷键',
    shortcutsTitle: '快捷键',
    shortcutGroups: [
        {
            title: '随时可用',
            keys: [
                { keys: 'F1 或 ?', does: '显示快捷键' },
                { keys: 'Alt + 1 … 9', does: '前往第 1 至 9 步' },
                { keys: 'Alt + 0', does: '前往第 10 步' },
                { keys: 'Ctrl + Z', does: '撤销上一步操作（输入文字时撤销文字）' },
                { keys: 'Ctrl + L', does: '锁定' },
            ],
        },
        {
            title: '填写和确认',
            keys: [
                { keys: 'Tab', does: '移到下一项' },
                { keys: 'Enter', does: '提交填写的内容' },
                { keys: 'Esc', does: '关闭对话框，不作改动' },
                { keys: '↑ ↓', does: '在数字栏中加一或减一' },
            ],
        },
    ],
    dismiss: '收起',
    onlyToBeEnded: '会议是在票箱已封、投票尚未截止时恢复的，用过的票签会重新有效。本轮只能由主席团决定作废，再用新票签重新票决。',
    resumed: '程序上次意外退出，已回到原处，已投的选票都在。',
    kioskLocked: '票决机因多次输入错误的票签号码而锁定。请查看现场，然后解除锁定。',
    unlockKiosk: '解除锁定',
    kioskUnlocked: '票决机已解除锁定。',
    idleTitle: '即将锁定',
    idleText: (seconds) => `很久没有操作，${seconds} 秒后锁定。`,
    goOn: '继续工作',
    locked: '已锁定',
    lockedText: '会议内容都在，投票和签到的记录不受影响。',
    whoUnlocks: (name) => `请 ${name} 输入 PIN`,
    unlock: '解锁',
    otherPerson: '换人登录时，请先关闭会议，再从起始页打开。',
};

const english: ShellTexts = {
    program: 'Piaojue',
    window: 'Secretariat',
    loading: 'Opening…',
    notStarted: 'The program is not ready',
    tryAgain: 'Try again',
    training: 'Training',
    language: 'Language',
    steps: {
        session: 'Session',
        delegates: 'Delegates',
        candidates: 'Candidates',
        rules: 'Rules',
        adopt: 'Adoption',
        ceremony: 'Key cards',
        slips: 'Slips',
        'check-in': 'Check-in',
        poll: 'Poll',
        count: 'Count',
        result: 'Result',
        documents: 'Documents',
        log: 'Record & backup',
    },
    statuses: { done: 'Done', current: 'Now', open: 'Open', blocked: 'Later' },
    stepBar: 'Procedure',
    notNamed: 'The steps before it are not done yet.',
    preparing: 'Preparing',
    round: (number) => `Round ${number}`,
    calledFor: { tie: 'for a tie', 'too-few': 'for too few' },
    pending: (rounds) => `${rounds} more to hold`,
    status: 'State of the session',
    present: 'Present',
    presentOf: (present, delegates) => `${present}/${delegates}`,
    quorum: (quorum) => `quorum ${quorum}`,
    reached: 'reached',
    notReached: 'not reached',
    turnout: 'Turnout',
    cast: (cast, issued) => `${cast}/${issued}`,
    backup: 'Backup',
    backupNever: 'No backup yet',
    backupFailed: 'Backup failed',
    backupSameDisk: '(same disk)',
    openRecord: 'Show record and backup',
    operator: 'Operator',
    scrutineer: 'Scrutineer',
    looksOnly: 'may look only',
    lock: 'Lock',
    closeSession: 'Close session',
    closeTitle: 'Close the session',
    closeText:
        'Everything is saved, and every ballot cast is kept. The kiosk and the big screen close with it, and delegates cannot vote for now; opened again, the session goes on from here.',
    goBack: 'Go back',
    openKiosk: 'Open kiosk',
    closeKiosk: 'Close kiosk',
    openScreen: 'Open big screen',
    closeScreen: 'Close big screen',
    undo: 'Undo',
    undoWhat: {
        delegates: 'the change to the delegates',
        candidates: 'the change to the candidates',
        rules: 'the change to the rules',
        'check-in': 'the latest check-in',
    },
    undone: (what) => `Undone: ${what}`,
    nothingToUndo: 'There is nothing to undo.',
    shortcuts: 'Shortcuts',
    shortcutsTitle: 'Keyboard shortcuts',
    shortcutGroups: [
        {
            title: 'At any time',
            keys: [
                { keys: 'F1 or ?', does: 'Show the shortcuts' },
                { keys: 'Alt + 1 … 9', does: 'Go to step 1 to 9' },
                { keys: 'Alt + 0', does: 'Go to step 10' },
                { keys: 'Ctrl + Z', does: 'Undo the last act (in a field: the typing)' },
                { keys: 'Ctrl + L', does: 'Lock' },
            ],
        },
        {
            title: 'In forms',
            keys: [
                { keys: 'Tab', does: 'Go to the next field' },
                { keys: 'Enter', does: 'Submit what is filled in' },
                { keys: 'Esc', does: 'Close the dialog, changing nothing' },
                { keys: '↑ ↓', does: 'One more or one less in a number field' },
            ],
        },
    ],
    dismiss: 'Dismiss',
    onlyToBeEnded:
        'The session was put back while its box was sealed, so slips that have been used would work again. This round can only be ended by decision; it is then voted again, with new slips.',
    resumed: 'The program ended unexpectedly last time. It is back where it was, and every ballot cast is there.',
    kioskLocked: 'The kiosk has locked itself after many wrong slip codes. See what happens there, then unlock it.',
    unlockKiosk: 'Unlock kiosk',
    kioskUnlocked: 'The kiosk is unlocked.',
    idleTitle: 'About to lock',
    idleText: (seconds) => `Nothing was done for a long time. Locks in ${seconds} seconds.`,
    goOn: 'Go on working',
    locked: 'Locked',
    lockedText: 'Everything is kept; votes and check-ins are not affected.',
    whoUnlocks: (name) => `${name}, please enter your PIN`,
    unlock: 'Unlock',
    otherPerson: 'For somebody else to sign in, close the session and open it again from the start page.',
};

export const text = texts(chinese, english);
