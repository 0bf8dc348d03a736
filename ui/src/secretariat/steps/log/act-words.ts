// The acts of the audit log in words.
//
// The minutes word the same acts on purpose otherwise (`minutes.` in the catalogue of `office`): there each is a whole
// sentence for a signed paper, which names no voter; here it is a short label for a row of a table, with its round in
// front and figures for checking, such as shortened hashes and who checked in.
import { texts } from '@/shared/language.svelte';
import { voidText } from '../result/void-reason';
import type { Act, LogRow } from '@/shared/generated';

/** A fact of an act by its name; a dash where the log has none. */
type Fact = (name: string) => string;

/** What acts are about, for the filter. */
export const TOPICS = ['preparing', 'sealing', 'check-in', 'poll', 'count', 'office'] as const;
export type Topic = (typeof TOPICS)[number];

const topics: Record<Act, Topic> = {
    'session-created': 'preparing',
    'profile-set': 'preparing',
    'delegates-set': 'preparing',
    'candidates-set': 'preparing',
    'rules-set': 'preparing',
    'round-begun': 'preparing',
    adopted: 'preparing',
    'keys-invited': 'sealing',
    'key-file-taken': 'sealing',
    'keys-made': 'sealing',
    'keys-given-up': 'sealing',
    'card-output': 'sealing',
    'slips-output': 'sealing',
    sealed: 'sealing',
    'check-in-opened': 'check-in',
    'checked-in': 'check-in',
    'check-in-undone': 'check-in',
    'slip-exchanged': 'check-in',
    'poll-opened': 'poll',
    suspended: 'poll',
    resumed: 'poll',
    interrupted: 'poll',
    opened: 'poll',
    'paper-entered': 'poll',
    'ballot-challenged': 'poll',
    'kiosk-provisioned': 'poll',
    'provision-loaded': 'poll',
    'kiosk-closed': 'poll',
    'box-merged': 'poll',
    'kiosk-lost': 'poll',
    'dispute-decided': 'poll',
    'slip-annulled': 'poll',
    'poll-closed': 'poll',
    'key-box-written': 'count',
    'opening-taken': 'count',
    counted: 'count',
    'found-void': 'count',
    'ended-by-decision': 'count',
    'lots-drawn': 'count',
    'rounds-ended': 'count',
    'document-issued': 'office',
    'document-attached': 'office',
    confirmed: 'count',
    announced: 'count',
    'cards-destroyed': 'count',
    'texts-set': 'office',
    'pin-set': 'office',
    'pin-hash-renewed': 'office',
    'pin-replaced': 'office',
    restored: 'office',
};

export function topicOf(act: Act): Topic {
    return topics[act];
}

const words = texts<Record<Act, (fact: Fact) => string>>(
    {
        'session-created': () => '建立会议',
        'profile-set': () => '修改会议信息',
        'delegates-set': (fact) => `设定代表名单，共 ${fact('delegates')} 人`,
        'candidates-set': (fact) => `设定候选项目名单，共 ${fact('candidates')} 项`,
        'rules-set': () => '设定票决规则',
        'round-begun': (fact) => `第 ${fact('round')} 轮：开始准备`,
        adopted: (fact) => `第 ${fact('round')} 轮：确定候选项目名单、通过票决规则，校验值 ${short(fact('digest'))}`,
        'keys-invited': (fact) => `邀请持钥人共同生成密钥：${fact('names')}，凭 ${fact('threshold')} 人开箱，校验值 ${short(fact('file'))}`,
        'key-file-taken': (fact) => `收取 ${fact('name')} 的${keyFile(fact('kind'))}，校验值 ${short(fact('file'))}`,
        'keys-made': (fact) => `持钥人共同生成密钥，标识 ${short(fact('key'))}，名册摘要 ${short(fact('holders'))}`,
        'keys-given-up': (fact) => `放弃持钥人的密钥，说明：${fact('statement')}`,
        'card-output': (fact) =>
            `第 ${fact('round')} 轮：${output(fact('way'))} ${fact('card')} 号钥匙卡，持卡人 ${fact('holder')}${stated('，再次输出的原因：', fact('reason'))}`,
        'slips-output': (fact) =>
            `第 ${fact('round')} 轮：${output(fact('way'))}票签 ${fact('slips')} 张${stated('，再次输出的原因：', fact('reason'))}`,
        sealed: (fact) =>
            `第 ${fact('round')} 轮：封箱，${byHolders(fact('holders')) ? '持钥人' : '钥匙卡'} ${fact('cards')} ${byHolders(fact('holders')) ? '名' : '张'}，凭 ${fact('threshold')} ${byHolders(fact('holders')) ? '名' : '张'}开箱，票签 ${fact('slips')} 张${committed('，清单 ', fact('list'))}`,
        'check-in-opened': (fact) => `第 ${fact('round')} 轮：开始签到`,
        'checked-in': (fact) => `第 ${fact('round')} 轮：代表 ${fact('delegate')} 签到，实到 ${fact('present')} 人`,
        'check-in-undone': (fact) => `第 ${fact('round')} 轮：撤销代表 ${fact('delegate')} 的签到，实到 ${fact('present')} 人`,
        'slip-exchanged': (fact) => `第 ${fact('round')} 轮：换发一张损坏的票签`,
        'poll-opened': (fact) => `第 ${fact('round')} 轮：开始投票，实到 ${fact('present')} 人`,
        suspended: (fact) => `第 ${fact('round')} 轮：暂停投票`,
        resumed: (fact) =>
            `第 ${fact('round')} 轮：恢复投票${fact('tray') && `，两人清点 ${fact('tray')} 张，按票箱应有 ${fact('box')} 张`}${fact('statement') && `；说明：${fact('statement')}`}`,
        interrupted: (fact) =>
            `第 ${fact('round')} 轮：程序中断，暂停投票${fact('turnout') && `，按票箱已投 ${fact('turnout')} 张`}`,
        opened: (fact) =>
            `第 ${fact('round')} 轮：封箱以后打开会议文件${fact('turnout') && `，按票箱已投 ${fact('turnout')} 张`}`,
        'paper-entered': (fact) =>
            `第 ${fact('round')} 轮：录入一批纸质选票，${fact('first')}、${fact('second')} 先后读票，读得不同 ${fact('differed')} 张，有效 ${fact('valid')} 张，废票 ${voided(fact('void'))} 张`,
        'ballot-challenged': (fact) => `第 ${fact('round')} 轮：检验票决机，选票 ${short(fact('ballot'))} 作废，不计票`,
        'kiosk-provisioned': (fact) =>
            `第 ${fact('round')} 轮：配置 ${fact('kiosk')} 号票决机“${fact('name')}”，第${fact('zone')}票区，可用票签 ${fact('slips')} 张，指纹 ${fact('fingerprint')}`,
        'provision-loaded': (fact) =>
            `第 ${fact('round')} 轮：本机载入配置，成为 ${fact('kiosk')} 号票决机，第${fact('zone')}票区，可用票签 ${fact('slips')} 张，票决站指纹 ${fact('station')}`,
        'kiosk-closed': (fact) =>
            `第 ${fact('round')} 轮：截止本机，收回 ${fact('collected')} 张，票签 ${fact('tray')} 张${stated('，两人说明：', fact('statement'))}`,
        'box-merged': (fact) =>
            `第 ${fact('round')} 轮：并入 ${fact('kiosk')} 号票决机的票箱，选票 ${fact('ballots')} 张，票签 ${fact('tray')} 张，校验值 ${short(fact('file'))}${stated('，两人说明：', fact('statement'))}`,
        'kiosk-lost': (fact) =>
            `第 ${fact('round')} 轮：声明 ${fact('kiosk')} 号票决机遗失，缺 ${fact('tray')} 张选票，说明：${fact('statement')}`,
        'dispute-decided': (fact) =>
            `第 ${fact('round')} 轮：裁定在两处用过的票签 ${short(fact('slip'))}${fact('kept') === '' ? '，都不计入' : `，${fact('kept')} 号票决机的一张有效`}，理由：${fact('statement')}`,
        'slip-annulled': (fact) =>
            `第 ${fact('round')} 轮：剩余票签中已经投出选票的票签 ${short(fact('slip'))} 作废，不计入，理由：${fact('reason')}`,
        'poll-closed': (fact) =>
            `第 ${fact('round')} 轮：截止投票，发出 ${fact('issued')} 张，收回 ${fact('collected')} 张，校验值 ${short(fact('root'))}${stated('，监票人说明：', fact('statement'))}${stated('，没有核对剩余票签：', fact('unchecked'))}`,
        'key-box-written': (fact) => `第 ${fact('round')} 轮：写出票箱，交持钥人核对，校验值 ${short(fact('root'))}`,
        'opening-taken': (fact) => `第 ${fact('round')} 轮：收取 ${fact('name')} 的开箱数据，校验值 ${short(fact('file'))}`,
        counted: (fact) => `第 ${fact('round')} 轮：计票，用第 ${fact('cards')} 号钥匙卡或者持钥人的份额`,
        'found-void': (fact) => `第 ${fact('round')} 轮：无效。${reason(fact('reason'))}`,
        'ended-by-decision': (fact) => `第 ${fact('round')} 轮：主席团决定作废，说明：${fact('statement')}`,
        'lots-drawn': (fact) => `第 ${fact('round')} 轮：当众抽签，编号 ${fact('drawn')} 通过`,
        'rounds-ended': (fact) => `主席团决定不再举行后续票决，说明：${fact('statement')}`,
        'document-issued': (fact) => `印发文件 ${fact('name')}，依据第 ${fact('rests_on')} 条，校验值 ${short(fact('sha256'))}`,
        'document-attached': (fact) => `附入文件 ${fact('name')}，校验值 ${short(fact('sha256'))}`,
        confirmed: (fact) => `第 ${fact('round')} 轮：结果报告单已签字`,
        announced: (fact) => `第 ${fact('round')} 轮：宣布结果`,
        'cards-destroyed': (fact) => `销毁钥匙卡或者密钥份额：第 ${fact('cards')} 号`,
        'texts-set': () => '调整文件中的文字',
        'pin-set': (fact) => `设定 PIN：${fact('name')}（${fact('role') === 'scrutineer' ? '监票人' : '操作员'}）`,
        'pin-replaced': (fact) => `修改 PIN：${fact('name')}（${fact('role') === 'scrutineer' ? '监票人' : '操作员'}）`,
        'pin-hash-renewed': (fact) => `以更安全的方式保存 PIN（PIN 未变）：${fact('name')}`,
        restored: (fact) =>
            `恢复会议，文件中有 ${fact('entries')} 条记录${stated('，说明：', fact('statement'))}`,
    },
    {
        'session-created': () => 'Session set up',
        'profile-set': () => 'Session’s names corrected',
        'delegates-set': (fact) => `Roster set: ${fact('delegates')} delegates`,
        'candidates-set': (fact) => `Candidate list set: ${fact('candidates')} candidates`,
        'rules-set': () => 'Rules set',
        'round-begun': (fact) => `Round ${fact('round')}: begun`,
        adopted: (fact) => `Round ${fact('round')}: list and rules adopted, hash ${short(fact('digest'))}`,
        'keys-invited': (fact) => `Holders invited to make the key: ${listed(fact('names'))}; ${fact('threshold')} open the box; hash ${short(fact('file'))}`,
        'key-file-taken': (fact) => `${keyFile(fact('kind'))} of ${fact('name')} taken, hash ${short(fact('file'))}`,
        'keys-made': (fact) => `Key made by its holders: ${short(fact('key'))}, list of holders ${short(fact('holders'))}`,
        'keys-given-up': (fact) => `The holders’ key given up; stated: ${fact('statement')}`,
        'card-output': (fact) =>
            `Round ${fact('round')}: key card ${fact('card')} of ${fact('holder')} ${output(fact('way'))}${stated('; once more because: ', fact('reason'))}`,
        'slips-output': (fact) =>
            `Round ${fact('round')}: ${fact('slips')} slips ${output(fact('way'))}${stated('; once more because: ', fact('reason'))}`,
        sealed: (fact) =>
            `Round ${fact('round')}: sealed with ${fact('cards')} ${byHolders(fact('holders')) ? 'key holders' : 'key cards'}, ${fact('threshold')} of which open the box, and ${fact('slips')} slips${committed(', list ', fact('list'))}`,
        'check-in-opened': (fact) => `Round ${fact('round')}: check-in opened`,
        'checked-in': (fact) => `Round ${fact('round')}: delegate ${fact('delegate')} checked in, ${fact('present')} present`,
        'check-in-undone': (fact) =>
            `Round ${fact('round')}: check-in of delegate ${fact('delegate')} taken back, ${fact('present')} present`,
        'slip-exchanged': (fact) => `Round ${fact('round')}: a damaged slip exchanged`,
        'poll-opened': (fact) => `Round ${fact('round')}: poll opened, ${fact('present')} present`,
        suspended: (fact) => `Round ${fact('round')}: poll suspended`,
        resumed: (fact) =>
            `Round ${fact('round')}: poll resumed${fact('tray') && `; counted by two ${fact('tray')}, by the box ${fact('box')}`}${fact('statement') && `; stated: ${fact('statement')}`}`,
        interrupted: (fact) =>
            `Round ${fact('round')}: program ended, poll suspended${fact('turnout') && `; cast by the box ${fact('turnout')}`}`,
        opened: (fact) =>
            `Round ${fact('round')}: session’s file opened while the box was sealed${fact('turnout') && `; cast by the box ${fact('turnout')}`}`,
        'paper-entered': (fact) =>
            `Round ${fact('round')}: a batch of paper ballots entered, read by ${fact('first')} and ${fact('second')}, ${fact('differed')} of them differently; ${fact('valid')} valid, ${voided(fact('void'))} void`,
        'ballot-challenged': (fact) => `Round ${fact('round')}: a kiosk tested; ballot ${short(fact('ballot'))} is void and not counted`,
        'kiosk-provisioned': (fact) =>
            `Round ${fact('round')}: kiosk ${fact('kiosk')}, “${fact('name')}”, provisioned for zone ${fact('zone')} with ${fact('slips')} slips, fingerprint ${fact('fingerprint')}`,
        'provision-loaded': (fact) =>
            `Round ${fact('round')}: provision loaded, this is kiosk ${fact('kiosk')} of zone ${fact('zone')} with ${fact('slips')} slips; the station’s fingerprint is ${fact('station')}`,
        'kiosk-closed': (fact) =>
            `Round ${fact('round')}: this kiosk closed, ${fact('collected')} collected, ${fact('tray')} slips${stated('; the two state: ', fact('statement'))}`,
        'box-merged': (fact) =>
            `Round ${fact('round')}: box of kiosk ${fact('kiosk')} merged, ${fact('ballots')} ballots, ${fact('tray')} slips, hash ${short(fact('file'))}${stated('; the two state: ', fact('statement'))}`,
        'kiosk-lost': (fact) =>
            `Round ${fact('round')}: kiosk ${fact('kiosk')} declared lost, ${fact('tray')} ballots missing; stated: ${fact('statement')}`,
        'dispute-decided': (fact) =>
            `Round ${fact('round')}: slip ${short(fact('slip'))}, used at two kiosks: ${fact('kept') === '' ? 'none counts' : `that of kiosk ${fact('kept')} counts`}; reason: ${fact('statement')}`,
        'slip-annulled': (fact) =>
            `Round ${fact('round')}: slip ${short(fact('slip'))}, used though it lay among the left-over ones, is cancelled; reason: ${fact('reason')}`,
        'poll-closed': (fact) =>
            `Round ${fact('round')}: poll closed, ${fact('issued')} issued, ${fact('collected')} collected, root ${short(fact('root'))}${stated('; the scrutineers state: ', fact('statement'))}${stated('; left-over slips not checked: ', fact('unchecked'))}`,
        'key-box-written': (fact) => `Round ${fact('round')}: box written for the holders to check, root ${short(fact('root'))}`,
        'opening-taken': (fact) => `Round ${fact('round')}: share of ${fact('name')} taken, hash ${short(fact('file'))}`,
        counted: (fact) => `Round ${fact('round')}: counted, with key cards or holders’ shares ${listed(fact('cards'))}`,
        'found-void': (fact) => `Round ${fact('round')}: void. ${reason(fact('reason'))}`,
        'ended-by-decision': (fact) => `Round ${fact('round')}: ended by the presidium, which states: ${fact('statement')}`,
        'lots-drawn': (fact) => `Round ${fact('round')}: lots drawn in public, adopting ${listed(fact('drawn'))}`,
        'rounds-ended': (fact) => `No further round, as the presidium states: ${fact('statement')}`,
        'document-issued': (fact) => `Document ${fact('name')} issued, resting on entry ${fact('rests_on')}, hash ${short(fact('sha256'))}`,
        'document-attached': (fact) => `Document ${fact('name')} attached, hash ${short(fact('sha256'))}`,
        confirmed: (fact) => `Round ${fact('round')}: result report signed`,
        announced: (fact) => `Round ${fact('round')}: result announced`,
        'cards-destroyed': (fact) => `Key cards destroyed, or shares erased: ${listed(fact('cards'))}`,
        'texts-set': () => 'Texts of the documents adjusted',
        'pin-set': (fact) => `PIN set: ${fact('name')} (${fact('role') === 'scrutineer' ? 'scrutineer' : 'operator'})`,
        'pin-replaced': (fact) => `PIN replaced: ${fact('name')} (${fact('role') === 'scrutineer' ? 'scrutineer' : 'operator'})`,
        'pin-hash-renewed': (fact) => `PIN stored in a safer way, unchanged: ${fact('name')}`,
        restored: (fact) =>
            `Restored from a file with ${fact('entries')} entries${stated('; stated: ', fact('statement'))}`,
    },
);

/** An act in the reader's words. */
export function actInWords({ act, facts }: Pick<LogRow, 'act' | 'facts'>): string {
    return words()[act]((name) => facts[name] ?? '—');
}

const ways = texts<Record<string, string>>(
    { shown: '显示', printed: '打印', saved: '保存' },
    { shown: 'shown', printed: 'printed', saved: 'saved' },
);

const keyFiles = texts<Record<string, string>>(
    { joining: '加入书', contribution: '公开部分', shares: '密封份额', confirmation: '密钥确认书' },
    { joining: 'Joining', contribution: 'Public part', shares: 'Sealed shares', confirmation: 'Confirmation' },
);

/** A holder's file by its kind. */
function keyFile(kind: string): string {
    return keyFiles()[kind] ?? kind;
}

/** Whether a round is sealed to a key that holders made, whom the log names then. */
function byHolders(digest: string): boolean {
    return digest !== '' && digest !== '—';
}

/** How a card or the slips were given out. */
function output(way: string): string {
    return ways()[way] ?? way;
}

const HASH_SHOWN = 8;

/** The first characters of a hash: enough to compare by eye. */
function short(hash: string): string {
    return hash.slice(0, HASH_SHOWN);
}

/** The list of slips that was committed to; nothing in a session that version 0.1.0 sealed. */
function committed(before: string, list: string): string {
    return list === '' ? '' : before + short(list);
}

/** How many ballots are void, of the numbers by reason that the log joins. */
function voided(byReason: string): number {
    return byReason.split(' + ').reduce((sum, ballots) => sum + (Number(ballots) || 0), 0);
}

function stated(before: string, statement: string): string {
    return statement === '' || statement === '—' ? '' : `${before}${statement}`;
}

function reason(code: string): string {
    const reasons: Record<string, string> = voidText().reasons;
    return reasons[code] ?? code;
}

/** A list that the log joins in the Chinese manner. */
function listed(items: string): string {
    return items.replaceAll('、', ', ');
}
