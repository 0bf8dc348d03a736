/** Everything that a window test needs. */

import selenium from 'selenium-webdriver';

export { startDesktop, type Desktop, type Label, type Options } from './desktop';
export { type Size } from './display';
export { type Language } from './language';
export { type Answer, type Box } from './page';
export { startedWith } from './processes';
export { inTheWay } from './sight';
export { sleep, until, within } from './wait';

/** The names of the keys, for `press` and `type`. */
export const Key = selenium.Key;
