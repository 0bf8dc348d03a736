export const ZOOMS = ['width', 'actual', 'large'] as const;

/** How large a page is shown. */
export type Zoom = (typeof ZOOMS)[number];

/** The width of an A4 page at its real size, in CSS pixels. */
const A4_WIDTH = 794;
const LARGE = 1.5;

/** The width of a page in a frame of this width. */
export function pageWidth(zoom: Zoom, frame: number): number {
    switch (zoom) {
        case 'width':
            return frame;
        case 'actual':
            return A4_WIDTH;
        case 'large':
            return Math.round(A4_WIDTH * LARGE);
    }
}
