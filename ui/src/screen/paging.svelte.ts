const SECONDS = 10;

/** Turns the pages of what doesn't fit, by itself. To be called while a component is set up. */
export function turning(pages: () => number): { readonly page: number; readonly turns: number } {
    // Only a change of the number starts from the front again, not every new answer of the program.
    const count = $derived(pages());
    let turns = $state(0);

    $effect(() => {
        turns = 0;
        if (count > 1) {
            const timer = setInterval(() => (turns += 1), SECONDS * 1000);
            return () => clearInterval(timer);
        }
        return undefined;
    });

    return {
        get page() {
            return turns % Math.max(count, 1);
        },
        get turns() {
            return turns;
        },
    };
}

/** The items in pages of about the same length, so that no page holds a lonely rest. */
export function inPages<Item>(items: Item[], most: number): Item[][] {
    const pages = Math.ceil(items.length / most);
    const length = Math.floor(items.length / pages);
    const longer = items.length % pages;
    return Array.from({ length: pages }, (_, page) => {
        const start = page * length + Math.min(page, longer);
        return items.slice(start, start + length + (page < longer ? 1 : 0));
    });
}
