// Ctrl+K opens a list of ways that is searched while typing: this page's own links, the pages of the board, what the search finds, forms for who
// edits. Without this file its link leads to the search, and every way is on a page.
const rest = 120; // a word that rests is asked for
const most = 8;

const opener = () => document.querySelector('a[data-palette]');
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
let dialog, field, list, said, ways = [], at = 0, asked = 0, timer;

// What is on the page already: "record here", of which there can be many, so only where words ask for it; then the tabs.
function here(words) {
  const link = opener();
  return [['.record-here a', link.dataset.here], ['.tabs a', link.dataset.pages]].flatMap(([selector, kind]) =>
    [...document.querySelectorAll(selector)].map(a => ({ kind, name: a.textContent.replace(/\s+/g, ' ').trim(), href: a.href }))
      .filter(way => words.every(word => fold(`${way.kind} ${way.name}`).includes(word))));
}

function show() {
  list.replaceChildren(...ways.map((way, index) => {
    const option = document.createElement('li');
    option.id = `palette-${index}`;
    option.role = 'option';
    const kind = document.createElement('span');
    kind.className = 'muted small';
    kind.textContent = way.kind;
    const name = document.createElement('bdi');
    name.textContent = way.name;
    option.append(name, ' ', kind);
    option.addEventListener('click', event => go(way, event));
    return option;
  }));
  said.textContent = ways.length === 0 ? opener().dataset.none : '';
  field.setAttribute('aria-expanded', String(ways.length > 0));
  choose(0);
}

function choose(index) {
  at = ways.length === 0 ? 0 : (index + ways.length) % ways.length;
  for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === at));
  if (ways.length > 0) field.setAttribute('aria-activedescendant', `palette-${at}`);
  else field.removeAttribute('aria-activedescendant');
  list.children[at]?.scrollIntoView({ block: 'nearest' });
}

async function ask() {
  const turn = ++asked;
  const query = field.value.trim();
  const own = here(fold(query).split(/\s+/).filter(word => word));
  const address = new URL(opener().dataset.palette, document.baseURI);
  for (const name of ['asOf', 'knownAt', 'change']) {
    const value = new URLSearchParams(location.search).get(name);
    if (value) address.searchParams.set(name, value);
  }
  address.searchParams.set('q', query);
  let found = [];
  try {
    const answer = await fetch(address, { cache: 'no-store' });
    if (answer.ok) found = await answer.json();
  } catch {
    // The line is down: what is on the page can still be gone to.
  }
  if (turn !== asked || !dialog?.open) return;
  ways = [...own.filter(way => query || way.kind !== opener().dataset.here).slice(0, query ? most : undefined), ...found];
  show();
}

// By a link of its own, so that the page goes on as with any link: what is typed is kept, and a page that is not alive is fetched into this one.
function go(way, event) {
  const link = document.createElement('a');
  link.href = way.href;
  dialog.close();
  document.body.append(link);
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey }));
  link.remove();
}

function keys(event) {
  if (event.key === 'ArrowDown') choose(at + 1);
  else if (event.key === 'ArrowUp') choose(at - 1);
  else if (event.key === 'Home' && event.ctrlKey) choose(0);
  else if (event.key === 'Enter' && !event.isComposing && ways[at]) go(ways[at], event);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function open() {
  const link = opener();
  if (!link || dialog?.open) return;
  const back = document.activeElement;
  dialog = document.createElement('dialog');
  dialog.className = 'palette';
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-label', link.dataset.name);
  field = document.createElement('input');
  Object.assign(field, { type: 'text', autocomplete: 'off', spellcheck: false, placeholder: link.dataset.name, maxLength: 200 });
  for (const [name, value] of [['role', 'combobox'], ['aria-label', link.dataset.name], ['aria-controls', 'palette-list'],
    ['aria-autocomplete', 'list'], ['aria-expanded', 'false']]) field.setAttribute(name, value);
  list = document.createElement('ul');
  list.id = 'palette-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', link.dataset.name);
  said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.className = 'muted small';
  dialog.append(field, list, said);
  field.addEventListener('keydown', keys);
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, rest); });
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  dialog.addEventListener('close', event => {
    event.target.remove();
    if (back?.isConnected) back.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
  ask();
}

// On a Mac, Ctrl+K is an editor's own key in every text.
const mac = /^Mac/.test(navigator.platform);
document.addEventListener('keydown', event => {
  const modified = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (event.key?.toLowerCase() !== 'k' || !modified || event.altKey || event.shiftKey || !opener()) return;
  event.preventDefault();
  if (!event.repeat) open();
});
document.addEventListener('click', event => {
  if (!event.target.closest?.('a[data-palette]') || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  open();
}, true);

function nameKeys() {
  if (!mac || !opener()) return;
  opener().setAttribute('aria-keyshortcuts', 'Meta+K');
  opener().querySelector('kbd').textContent = '⌘K';
}

nameKeys();
globalThis.Pages.on('enhancedload', () => {
  nameKeys();
  if (dialog?.open) dialog.close();
});
