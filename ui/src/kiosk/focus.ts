import type { Attachment } from 'svelte/attachments';

/** Takes the focus when it appears, so that a new screen is read aloud from here and the keyboard begins here. */
export const takesFocus: Attachment<HTMLElement> = (element) => {
    element.focus({ preventScroll: true });
};
