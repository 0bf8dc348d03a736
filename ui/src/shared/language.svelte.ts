import type { Language } from './generated';

/** The language that this window speaks now. */
export const spoken: { language: Language } = $state({ language: 'zh-CN' });

/** Switches the window's language, for the eye and for reading aloud. */
export function speak(language: Language): void {
    spoken.language = language;
    document.documentElement.lang = language;
}

/**
 * Texts in both languages, side by side: the English ones have the type of the Chinese ones, so that none can be missing.
 * Gives the texts of the language that is spoken now; called in a `$derived`, it follows the language.
 */
export function texts<T>(chinese: T, english: NoInfer<T>): () => T {
    return () => (spoken.language === 'en' ? english : chinese);
}
