import { texts } from '@/shared/language.svelte';

export const text = texts(
    {
        title: '检验票决机',
        on: (folder: string) => `代表可以检验票决机。检验文件写入监票人的 U 盘：${folder}`,
        onCodes: '代表可以检验票决机。检验数据显示为二维码，由票决间外的另一台电脑扫描核对。',
        codes: '检验数据用二维码显示，不写文件',
        codesHint: '票决间外须有一台带扫码枪的电脑。U 盘上只写入本轮的名单和公钥（round-轮次.pjelection），请先拿到那台电脑上。',
        off: '现在不能检验。要让代表检验票决机，须另有一台电脑核对检验文件：请监票人插入自备的 U 盘。',
        set: '启用检验',
        change: '更换或停用',
        dialog: '检验文件写到监票人的 U 盘',
        consequence:
            'U 盘由监票人自备、自己插入、自己保管，在另一台电脑上用 piaojue verify --challenge 核对（二维码另加 --election）。代表用随意编的选择检验，打开的选票不计票；本机不保存任何内容。',
        folder: '监票人的 U 盘',
        folderHint: '请选 U 盘上的文件夹，不能在本机上；留空则停用检验。',
        verb: '确定',
    },
    {
        title: 'Testing the kiosk',
        on: (folder) => `Delegates can test the kiosk. The files go to the scrutineers’ stick: ${folder}`,
        onCodes: 'Delegates can test the kiosk. The second computer outside the booth checks the QR codes that they are shown.',
        codes: 'Show QR codes instead of writing files',
        codesHint: 'It takes a computer with a scanner outside the booth. Just the round’s list and key (round-N.pjelection) go to the stick: take it there first.',
        off: 'The kiosk can’t be tested now. It takes another computer that checks the files: have the scrutineers insert a stick of their own.',
        set: 'Allow tests',
        change: 'Change or stop',
        dialog: 'Files of tests go to the scrutineers’ stick',
        consequence:
            'The stick is the scrutineers’ own; they insert and keep it, and check its files on another computer with piaojue verify --challenge (QR codes with --election too). Delegates test with invented marks, and what is opened isn’t counted; nothing stays on this computer.',
        folder: 'The scrutineers’ stick',
        folderHint: 'Choose a folder on the stick, not on this computer; leave it empty to stop tests.',
        verb: 'Confirm',
    },
);
