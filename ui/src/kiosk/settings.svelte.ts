export const TEXT_SIZES = ['small', 'default', 'large', 'largest'] as const;
export const CONTRASTS = ['default', 'high', 'inverse'] as const;

export type TextSize = (typeof TEXT_SIZES)[number];
export type Contrast = (typeof CONTRASTS)[number];

/** How this delegate wants to see the screen. The language is in `spoken`. */
export const settings: { size: TextSize; contrast: Contrast } = $state({ size: 'default', contrast: 'default' });

export function resetSettings(): void {
    settings.size = 'default';
    settings.contrast = 'default';
}
