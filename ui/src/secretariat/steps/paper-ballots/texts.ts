import { texts } from '@/shared/language.svelte';
import { counted } from '@/secretariat/lists/counted';

interface Facts {
    [name: string]: string;
}

interface Words {
    [code: string]: string;
}

interface Breaches {
    [code: string]: (facts: Facts) => string;
}

const chineseBreaches: Breaches = {
    'marks.too-many': ({ found, limit }) => `赞成 ${found} 项，最多 ${limit} 项`,
    'marks.too-few': ({ found, limit }) => `赞成 ${found} 项，应为 ${limit} 项`,
};

const englishBreaches: Breaches = {
    'marks.too-many': ({ found, limit }) => `${found} approved, at most ${limit} may be`,
    'marks.too-few': ({ found, limit }) => `${found} approved, ${limit} must be`,
};

const chineseReasons: Words = {
    'marks.too-many': '赞成项数过多',
    'marks.too-few': '赞成项数不足',
    'paper.unclear': '整张看不清',
    'paper.not-issued': '不是本轮选票',
};

const englishReasons: Words = {
    'marks.too-many': 'too many approved',
    'marks.too-few': 'too few approved',
    'paper.unclear': 'unclear as a whole',
    'paper.not-issued': 'not of this round',
};

type Keys = [key: string, what: string][];

const chineseKeys: Keys = [
    ['↑ ↓', '换项目'],
    ['1', '赞成'],
    ['2', '反对'],
    ['3 或空格', '弃权'],
    ['回车', '下一张'],
];

const englishKeys: Keys = [
    ['↑ ↓', 'another project'],
    ['1', 'approve'],
    ['2', 'oppose'],
    ['3 or space', 'abstain'],
    ['Enter', 'next ballot'],
];

export const text = texts(
    {
        title: '纸质选票',
        figures: { handed: '发出', entered: '已录入', left: '待录入', void: '其中废票' },
        unit: '张',
        about: '纸质选票须在截止投票之前录入，由两人先后各读一遍，程序比对后放进同一个票箱。',
        begin: '录入一批',
        goOn: '继续录入这一批',
        memory: '读票的内容只在内存中，不写入磁盘。程序中途退出时，请从这一批重新录入。',
        page: '录入纸质选票',
        back: '返回投票',
        leaveTitle: '离开录入页面吗？',
        leave: '这一批还没有放进票箱。可以先离开，回来接着录入；也可以放弃这一批，把纸票收好，以后从头录入。',
        stay: '继续录入',
        leaveKeep: '先离开，稍后继续',
        discard: '放弃这一批',
        beginTitle: '第一遍：谁来读票',
        secondTitle: '第二遍：换一个人读票',
        beginLead: '把纸票理成一叠，不超过 100 张。两遍都按同一顺序，从上往下读。',
        secondLead: '请第一位读票人离开屏幕。第二遍看不到第一遍的内容。',
        reader: '读票人',
        choose: '请选择',
        ballots: '这一叠的张数',
        ballotsHint: (left: number) => `还有 ${left} 张待录入。`,
        start: '开始读票',
        readingTitle: (second: boolean, reader: string) => `${second ? '第二遍' : '第一遍'}：${reader}`,
        readingLead: '逐张照票面录入。没有标记的按弃权录入。',
        keys: chineseKeys,
        keysApproveOnly: chineseKeys.filter(([key]) => key !== '2'),
        ballot: (place: number, of: number) => `第 ${place} 张，共 ${of} 张`,
        pile: '这一叠',
        pileBallot: (place: number, state: string) => `第 ${place} 张，${state}`,
        states: { missing: '未录入', entered: '已录入', void: '将作废' },
        done: (entered: number, of: number) => `已录入 ${entered} / ${of} 张`,
        sheet: '票面',
        marks: { approve: '赞成', oppose: '反对', abstain: '弃权', open: '弃权' },
        markOf: (name: string, mark: string) => `${name}：${mark}`,
        defects: { unclear: '整张看不清', 'not-issued': '不是本轮选票' },
        next: '下一张',
        save: '录入这一张',
        finish: '这一叠读完了',
        finishReason: '每一张都录入后，才能读完。',
        willBeVoid: (place: number) => `第 ${place} 张按规则将作废`,
        breach: (code: string, facts: Facts) => chineseBreaches[code]?.(facts) ?? chineseReasons[code] ?? code,
        reason: (code: string) => chineseReasons[code] ?? code,
        comparedTitle: '比对两遍读票',
        same: '两遍读票完全一致，可以放进票箱。',
        differ: (differences: number) => `有 ${differences} 张读得不同。请找出纸票，对照票面逐张确定。疑难票由总监票人决定。`,
        differAllDecided: (differences: number) => `${differences} 张读得不同，均已对照票面确定。`,
        open: (open: number) => `还有 ${open} 张未确定`,
        place: (place: number) => `第 ${place} 张`,
        candidate: '项目',
        wholeSheet: '整张',
        approvedCount: (count: number) => `赞成 ${count} 项`,
        choice: (reader: string) => `以 ${reader} 所读为准`,
        anew: '重新录入',
        anewTitle: (place: number) => `对照票面重新录入第 ${place} 张`,
        decided: '已确定',
        paperSays: '票面确定为',
        enter: '放进票箱',
        enterTitle: '把这一批放进票箱',
        enterConsequence: '纸质选票没有票签，放进票箱时须有监票人在场。截止时再与纸票的张数核对。',
        enteredTitle: '这一批已放进票箱',
        entered: (valid: number, voided: number) => `有效 ${valid}，废票 ${voided}`,
        another: '再录入一批',
    },
    {
        title: 'Paper ballots',
        figures: { handed: 'Handed out', entered: 'Entered', left: 'Left to enter', void: 'Of these void' },
        unit: '',
        about: 'Paper ballots are entered before the poll is closed: two people read them one after the other, the program compares, and they go into the same box.',
        begin: 'Enter a batch',
        goOn: 'Go on with the batch',
        memory: 'What is read is in memory only, never on the disk. Should the program end, begin again with this batch.',
        page: 'Enter paper ballots',
        back: 'Back to the poll',
        leaveTitle: 'Leave this page?',
        leave: 'The batch isn’t in the box yet. You can leave and go on later, or discard the batch, keep the paper, and enter it again from the start.',
        stay: 'Go on entering',
        leaveKeep: 'Leave, go on later',
        discard: 'Discard the batch',
        beginTitle: 'First reading: who reads?',
        secondTitle: 'Second reading: somebody else reads',
        beginLead: 'Make one pile of at most 100 ballots. Both readings go through it in the same order, from the top.',
        secondLead: 'The first reader leaves the screen. The second reading doesn’t see the first.',
        reader: 'Reader',
        choose: 'Choose',
        ballots: 'Ballots in the pile',
        ballotsHint: (left) => `${left} are left to enter.`,
        start: 'Start reading',
        readingTitle: (second, reader) => `${second ? 'Second' : 'First'} reading: ${reader}`,
        readingLead: 'Enter each ballot as it is marked. What isn’t marked is an abstention.',
        keys: englishKeys,
        keysApproveOnly: englishKeys.filter(([key]) => key !== '2'),
        ballot: (place, of) => `Ballot ${place} of ${of}`,
        pile: 'The pile',
        pileBallot: (place, state) => `Ballot ${place}, ${state}`,
        states: { missing: 'not entered', entered: 'entered', void: 'will be void' },
        done: (entered, of) => `${entered} of ${of} entered`,
        sheet: 'The ballot',
        marks: { approve: 'Approve', oppose: 'Oppose', abstain: 'Abstain', open: 'Abstain' },
        markOf: (name, mark) => `${name}: ${mark}`,
        defects: { unclear: 'Unclear as a whole', 'not-issued': 'Not of this round' },
        next: 'Next ballot',
        save: 'Enter this ballot',
        finish: 'The pile is read',
        finishReason: 'It is finished once every ballot is entered.',
        willBeVoid: (place) => `By the rules ballot ${place} will be void`,
        breach: (code, facts) => englishBreaches[code]?.(facts) ?? englishReasons[code] ?? code,
        reason: (code) => englishReasons[code] ?? code,
        comparedTitle: 'Compare both readings',
        same: 'Both readings agree. The batch can go into the box.',
        differ: (differences) =>
            `${counted(differences, 'ballot was', 'ballots were')} read differently. Find the paper and decide each by what it says. The chief scrutineer decides doubtful ones.`,
        differAllDecided: (differences) =>
            `${counted(differences, 'ballot was', 'ballots were')} read differently; each is decided by what the paper says.`,
        open: (open) => `${open} not decided yet`,
        place: (place) => `Ballot ${place}`,
        candidate: 'Project',
        wholeSheet: 'Whole ballot',
        approvedCount: (count) => `${count} approved`,
        choice: (reader) => `As ${reader} read it`,
        anew: 'Enter it anew',
        anewTitle: (place) => `Enter ballot ${place} anew from the paper`,
        decided: 'Decided',
        paperSays: 'The paper says',
        enter: 'Put into the box',
        enterTitle: 'Put the batch into the box',
        enterConsequence: 'Paper ballots have no slips, so a scrutineer is there when they go into the box. At the close their number is compared with the paper.',
        enteredTitle: 'The batch is in the box',
        entered: (valid, voided) => `Valid ${valid}, void ${voided}`,
        another: 'Enter another batch',
    },
);
