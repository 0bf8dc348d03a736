import { texts } from '@/shared/language.svelte';

interface SessionTexts {
    title: string;
    lead: string;
    leadFixed: string;
    goTo: (step: string) => string;
    change: string;
    fixed: string;
    save: string;
    saved: string;
    discard: string;
    people: string;
    operators: string;
    operatorsAbout: string;
    loading: string;
    you: string;
    addOperator: string;
    changePin: string;
    goBack: string;
    addLead: string;
    newName: string;
    newPin: string;
    newPinHint: string;
    ownPin: string;
    add: string;
    added: (name: string) => string;
    changePinLead: (name: string) => string;
    pinSoFar: string;
    pinNew: string;
    pinAgain: string;
    pinHint: string;
    pinsDiffer: string;
    witnessLead: string;
    witness: string;
    witnessPin: string;
    pinChanged: string;
    rehearsal: string;
    rehearsalAbout: string;
    until: string;
    untilHint: string;
    rehearse: string;
    rehearsing: string;
    stop: string;
    stopping: string;
    rehearsed: (step: string) => string;
    nothingToRehearse: string;
}

const chinese: SessionTexts = {
    title: '会议',
    lead: '核对会议名称和人员。第一轮票决的名单和规则确定之前，可以修改。',
    leadFixed: '会议名称和人员已随第一轮票决确定。',
    goTo: (step) => `前往：${step}`,
    change: '修改会议信息',
    fixed: '名单已经确定、规则已经通过，会议信息不能再改。',
    save: '保存会议信息',
    saved: '会议信息已保存。',
    discard: '放弃修改',
    people: '操作员',
    operators: '可以操作本次会议的人',
    operatorsAbout: '建议至少两人，一人临时离开时由另一人接替。',
    loading: '正在读取…',
    you: '当前登录',
    addOperator: '增加操作员',
    changePin: '修改我的 PIN',
    goBack: '返回',
    addLead: '新操作员可以登录并操作本次会议。增加后不能删除。',
    newName: '新操作员姓名',
    newPin: '新操作员的 PIN',
    newPinHint: '6 至 12 位数字，请本人输入。',
    ownPin: '您自己的 PIN',
    add: '增加操作员',
    added: (name) => `已增加操作员 ${name}。`,
    changePinLead: (name) => `修改 ${name} 登录和解锁用的 PIN。`,
    pinSoFar: '现在的 PIN',
    pinNew: '新的 PIN',
    pinAgain: '再输入一次新的 PIN',
    pinHint: '6 至 12 位数字。请记牢，不要告诉他人。',
    pinsDiffer: '两次输入的 PIN 不一致。请重新输入。',
    witnessLead: '修改 PIN 须有另一位监票人在场，由其本人输入自己的 PIN。修改列入钥匙仪式报告单或投票结束报告单。',
    witness: '在场的监票人',
    witnessPin: '这位监票人的 PIN',
    pinChanged: 'PIN 已修改。',
    rehearsal: '快速演练',
    rehearsalAbout: '程序用虚构的名单、签到和选票，把会议一直办到所选的步骤，几分钟走完一天。停下后可以接着亲手操作。',
    until: '演练到哪一步',
    untilHint: '所选的步骤留给您亲手操作。',
    rehearse: '开始演练',
    rehearsing: '正在演练…',
    stop: '停止演练',
    stopping: '正在停止…',
    rehearsed: (step) => `演练已办到“${step}”。`,
    nothingToRehearse: '流程已到最后，没有可以演练的步骤。可以另建一个演练会议。',
};

const english: SessionTexts = {
    title: 'Session',
    lead: 'Check the session’s name and people. They can be changed until the first round’s list and rules are adopted.',
    leadFixed: 'The session’s name and people are settled with the first round.',
    goTo: (step) => `Go to: ${step}`,
    change: 'Change session',
    fixed: 'List and rules are adopted, so the session cannot be changed any more.',
    save: 'Save session',
    saved: 'The session is saved.',
    discard: 'Discard changes',
    people: 'Operators',
    operators: 'Who can operate this session',
    operatorsAbout: 'Two at least are advised, so that one can stand in for the other.',
    loading: 'Reading…',
    you: 'signed in',
    addOperator: 'Add operator',
    changePin: 'Change my PIN',
    goBack: 'Go back',
    addLead: 'The new operator can sign in and operate this session. An operator cannot be removed.',
    newName: 'The new operator’s name',
    newPin: 'The new operator’s PIN',
    newPinHint: '6 to 12 digits, typed by the new operator.',
    ownPin: 'Your own PIN',
    add: 'Add operator',
    added: (name) => `Operator ${name} was added.`,
    changePinLead: (name) => `Changes the PIN with which ${name} signs in and unlocks.`,
    pinSoFar: 'PIN so far',
    pinNew: 'New PIN',
    pinAgain: 'The new PIN again',
    pinHint: '6 to 12 digits. Remember it and tell nobody.',
    pinsDiffer: 'The two PINs differ. Enter them again.',
    witnessLead: 'Another scrutineer witnesses it and types their own PIN. It stands on the report on the key ceremony or on the close.',
    witness: 'Scrutineer who witnesses it',
    witnessPin: 'That scrutineer’s PIN',
    pinChanged: 'The PIN is changed.',
    rehearsal: 'Rehearsal',
    rehearsalAbout:
        'With invented lists, check-ins and ballots the program runs the session up to the chosen step: a day in minutes. From there you can go on by hand.',
    until: 'Up to which step',
    untilHint: 'The chosen step itself is left to you.',
    rehearse: 'Start rehearsal',
    rehearsing: 'Rehearsing…',
    stop: 'Stop rehearsal',
    stopping: 'Stopping…',
    rehearsed: (step) => `Rehearsed up to “${step}”.`,
    nothingToRehearse: 'The procedure is at its end. Create another training session to rehearse again.',
};

export const text = texts(chinese, english);
