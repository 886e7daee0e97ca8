// The grid of the matrix: one stop for the tab key, arrow keys from cell to cell; Escape closes the words of a cell; a finger's first
// tap shows them, its second follows the link. Without this file each cell is a link.
const link = 'th[scope="row"] > a, tbody td > a';
const grids = () => document.querySelectorAll('table[data-grid]');
const cellOf = element => element instanceof Element ? element.closest('table[data-grid] tbody a') : null;
let byTouch = false;
let read = null; // the cell whose words a tap has shown

function arrange() {
  for (const grid of grids()) {
    const links = [...grid.querySelectorAll(`tbody :is(${link})`)];
    const stop = links.find(l => l === document.activeElement) ?? links[0];
    for (const l of links) l.tabIndex = l === stop ? 0 : -1;
  }
}

// The next cell in a direction that has a link: cells without one are passed over.
function neighbour(from, columns, rows) {
  const cell = from.closest('th, td');
  const all = [...from.closest('table').querySelectorAll('tbody tr:not(.grid-category)')];
  let [row, column] = [all.indexOf(cell.parentElement), cell.cellIndex];
  for (;;) {
    [row, column] = [row + rows, column + columns];
    const next = all[row]?.cells[column];
    if (!next) return null;
    const found = next.querySelector(':scope > a');
    if (found) return found;
  }
}

document.addEventListener('keydown', event => {
  const from = cellOf(event.target);
  if (event.key === 'Escape') {
    for (const open of document.querySelectorAll('table[data-grid] a:is(:hover, :focus)')) open.classList.add('closed');
    return;
  }
  if (!from || event.ctrlKey || event.altKey || event.metaKey) return;
  const forward = getComputedStyle(from).direction === 'rtl' ? -1 : 1;
  const step = { ArrowRight: [forward, 0], ArrowLeft: [-forward, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
  if (!step) return;
  event.preventDefault();
  neighbour(from, ...step)?.focus();
});

document.addEventListener('focusin', event => {
  const to = cellOf(event.target);
  if (!to) return;
  to.classList.remove('closed');
  for (const l of to.closest('table').querySelectorAll('tbody a[tabindex="0"]')) l.tabIndex = -1;
  to.tabIndex = 0;
});
document.addEventListener('pointerover', event => cellOf(event.target)?.classList.remove('closed'));
document.addEventListener('pointerdown', event => { byTouch = event.pointerType === 'touch'; }, true);
document.addEventListener('click', event => {
  const tapped = cellOf(event.target);
  if (byTouch && tapped?.querySelector('.words') && tapped !== read) {
    event.preventDefault();
    event.stopPropagation();
    tapped.focus({ preventScroll: true });
  }
  read = byTouch ? tapped : null;
}, true);

arrange();
globalThis.Pages.on('enhancedload', arrange);
