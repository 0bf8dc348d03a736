// The pages of the big screen.
import { describe, expect, test } from 'vitest';
import { inPages } from '../src/screen/paging.svelte';

const items = (count: number) => Array.from({ length: count }, (_, place) => place);
const lengths = (count: number, most: number) => inPages(items(count), most).map((page) => page.length);

describe('pages', () => {
    test('hold everything once and in order', () => {
        for (const count of [0, 1, 5, 6, 7, 13, 60]) {
            expect(inPages(items(count), 6).flat()).toEqual(items(count));
        }
    });

    test('are about the same length, the first the longest', () => {
        expect(lengths(6, 6)).toEqual([6]);
        expect(lengths(7, 6)).toEqual([4, 3]);
        expect(lengths(13, 6)).toEqual([5, 4, 4]);
    });

    test('are none where there is nothing to show', () => {
        expect(lengths(0, 6)).toEqual([]);
    });
});
