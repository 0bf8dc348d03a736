/** What a person would find in the way on a screen, and axe doesn't: things out of sight, cut off or covered. */

import type { Page } from './page';

const FAULTS = `
  const name = (element) => element.closest('[data-testid]')?.dataset.testid ?? element.outerHTML.slice(0, 80);
  const box = (element) => element.getBoundingClientRect();
  const isHit = (element) => {
    const { left, top, width, height } = box(element);
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };
  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  const dialog = document.querySelector('dialog[open]');
  const typedInto = dialog ? [...dialog.querySelectorAll('input[type=password], .actions button')] : [];
  const tables = [...document.querySelectorAll('table')].filter(
    (table) => getComputedStyle(table.parentElement).overflowX === 'visible',
  );
  const fields = [...document.querySelectorAll('input, select, textarea, button')];
  const toasts = [...document.querySelectorAll('.toast')];
  return [
    ...typedInto.filter((field) => !isHit(field)).map((field) => name(field) + ' is out of sight'),
    ...tables
      .filter((table) => box(table).right > box(table.parentElement).right + 1)
      .map((table) => name(table) + ' sticks out'),
    ...fields
      .filter((field) => toasts.some((toast) => !toast.contains(field) && meet(box(toast), box(field))))
      .map((field) => name(field) + ' is covered by a message'),
  ];`;

/** The fields to type into and the buttons of a dialog are in sight, no table sticks out, no message covers a field. */
export function inTheWay(page: Page): Promise<string[]> {
  return page.run(FAULTS);
}
