import type { KioskNumber, RoundNumber } from '@/shared/generated';
import { texts } from '@/shared/language.svelte';

export const welcomeText = texts(
    {
        vote: '民生实事项目票决',
        round: (round: RoundNumber) => `第 ${round} 轮`,
        title: '请扫描票签',
        lead: '或者按下面的键，输入票签号码',
        steps: ['扫描票签', '选择项目', '核对并投票'],
        stepsTitle: '怎样投票',
        submit: '打开选票',
        checking: '正在核对票签',
        notices: {
            'timed-out': '因为很久没有操作，屏幕已经清除，没有投票。票签仍然有效，可以重新扫描。',
            'given-up': '已经取消，没有投票。票签仍然有效，可以稍后再来投票。',
        },
    },
    {
        vote: 'Vote on livelihood projects',
        round: (round) => `Round ${round}`,
        title: 'Scan your slip',
        lead: 'or type its code with the keys below',
        steps: ['Scan the slip', 'Choose projects', 'Check and cast'],
        stepsTitle: 'How to vote',
        submit: 'Open the ballot',
        checking: 'Checking the slip',
        notices: {
            'timed-out': 'Nothing was touched for long: the screen was cleared and nothing cast. The slip is still good; scan it again.',
            'given-up': 'Cancelled, nothing was cast. The slip is still good: come back later.',
        },
    },
);

export const zoneText = texts(
    {
        zone: (number: number, colour: string) => `第${number}票区　${colour}色`,
        kiosk: (number: KioskNumber) => `${number} 号票决机`,
    },
    {
        zone: (number, colour) => `Zone ${number}: ${colour}`,
        kiosk: (number) => `Kiosk ${number}`,
    },
);

export const keypadText = texts(
    {
        code: '票签号码',
        missing: (characters: number) => `还差 ${characters} 位`,
        complete: '已输完',
        erase: '退格',
        clear: '清空',
    },
    {
        code: 'Slip code',
        missing: (characters) => `${characters} more to type`,
        complete: 'Complete',
        erase: 'Delete',
        clear: 'Clear',
    },
);

export const closedText = texts(
    {
        'not-open': { title: '投票还没有开始', lead: '请稍候。投票开始后，这里会自动打开。' },
        suspended: { title: '投票暂停', lead: '已经投出的选票都在票箱中。请稍候，听从会场安排。' },
        closed: { title: '投票已经截止', lead: '谢谢各位代表。' },
    },
    {
        'not-open': { title: 'Voting has not begun', lead: 'Please wait: this opens by itself when voting begins.' },
        suspended: { title: 'Voting is suspended', lead: 'All ballots cast are in the box. Please wait for the chair.' },
        closed: { title: 'Voting is closed', lead: 'Thank you.' },
    },
);

export const lockedText = texts(
    {
        title: '这台票决机已经锁定',
        lead: '连续输错多次。请找工作人员，由操作员输入 PIN 解锁。您的票签没有被使用。',
    },
    {
        title: 'This kiosk is locked',
        lead: 'Many wrong codes came in a row. Please call the staff: an operator unlocks it with their PIN. Your slip was not used.',
    },
);

export const refusedText = texts(
    {
        reasons: {
            spent: {
                title: '这张票签已经投过票，您的选票已在票箱中，不用再投。',
                lead: '如有疑问，请找工作人员。',
            },
            unknown: {
                title: '没有查到这张票签。',
                lead: '请带着票签找工作人员核对。',
            },
            cancelled: {
                title: '这张票签已经换发，不能再用。',
                lead: '请使用换发给您的新票签。',
            },
            'other-zone': {
                title: '请到您票签所写票区的票决机投票。',
                lead: '',
            },
            mistyped: {
                title: '票签号码没有输对。',
                lead: '',
            },
        },
        back: '返回',
        correct: '改正号码',
    },
    {
        reasons: {
            spent: {
                title: 'This slip has voted. Your ballot is in the box: there is nothing more to do.',
                lead: 'If in doubt, ask the staff.',
            },
            unknown: {
                title: 'This slip was not found.',
                lead: 'Please take it to the staff.',
            },
            cancelled: {
                title: 'This slip was exchanged and cannot be used.',
                lead: 'Please use the new slip that you were given for it.',
            },
            'other-zone': {
                title: 'Please vote at a kiosk of the zone on your slip.',
                lead: '',
            },
            mistyped: {
                title: 'The slip code is not right.',
                lead: '',
            },
        },
        back: 'Go back',
        correct: 'Correct the code',
    },
);
