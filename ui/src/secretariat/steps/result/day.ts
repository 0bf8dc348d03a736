import { spoken } from '@/shared/language.svelte';

/** A day such as `2026-01-15` as people write it: 2026年1月15日. */
export function dayOf(day: string): string {
    const date = new Date(day);
    const locale = spoken.language === 'en' ? 'en-GB' : 'zh-CN';
    return Number.isNaN(date.getTime())
        ? day
        : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
