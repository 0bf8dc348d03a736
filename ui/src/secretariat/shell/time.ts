import { spoken } from '@/shared/language.svelte';

// Times come as `2026-01-15T09:30:00+08:00` and are shown as they were written, in the place where they happened.
const TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/;

const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
];

/** A time as people write it: 2026年1月15日 09:30. */
export function dateTime(at: string): string {
    const [, year, month, day, clock] = TIME.exec(at) ?? [];
    if (!year || !month || !day || !clock) {
        return at;
    }
    return spoken.language === 'en'
        ? `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year} ${clock}`
        : `${year}年${Number(month)}月${Number(day)}日 ${clock}`;
}

/** The clock alone where it was today, else the whole time. */
export function shortTime(at: string, now: Date): string {
    const [, year, month, day, clock] = TIME.exec(at) ?? [];
    const today =
        Number(year) === now.getFullYear() && Number(month) === now.getMonth() + 1 && Number(day) === now.getDate();
    return today && clock ? clock : dateTime(at);
}
