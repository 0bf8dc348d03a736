import { texts } from '@/shared/language.svelte';

/** The words of importing a list, and of what lists have in common. */
export const text = texts(
    {
        reading: '正在读取文件…',
        page: (from: number, to: number, total: number) =>
            `第 ${from}–${to} 行，共 ${total.toLocaleString('zh-CN')} 行`,
        earlier: '上一页',
        later: '下一页',
        pages: '翻页',
        readable: '可以读取 .xlsx、.xls、.et、.ods、.csv、.txt 文件。',
        saveForm: '下载空白表',
        formWritten: '空白表已保存',
        formWrittenText: '填好后在这里导入。文件位置：',
    },
    {
        reading: 'Reading the file…',
        page: (from, to, total) => `Rows ${from}–${to} of ${total.toLocaleString('en')}`,
        earlier: 'Previous page',
        later: 'Next page',
        pages: 'Pages',
        readable: 'Reads .xlsx, .xls, .et, .ods, .csv and .txt files.',
        saveForm: 'Save an empty form',
        formWritten: 'The empty form is saved',
        formWrittenText: 'Fill it in and import it here. You find it at:',
    },
);
