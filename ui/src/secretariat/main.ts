import '../shared/fonts.css';
import '../shared/tokens.css';
import '../shared/base.css';
import './tables.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { begin } from './begin.svelte';

/** How long the window may stay empty until it says that the program is starting. */
const PATIENCE_MILLISECONDS = 300;

const target = document.getElementById('app');
if (target) {
    const begun = begin();
    // The first frame is the page itself: another that only says "starting" would have to be painted before it, and costs as much.
    await Promise.race([begun, new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS))]);
    mount(App, { target });
    await begun;
    // Looked up by the measurement of how long a start takes.
    requestAnimationFrame(() => performance.mark('usable'));
}
