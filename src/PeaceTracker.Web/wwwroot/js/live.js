// Keeps a page at the newest change of its negotiation. The server says only the number of that change; the page is asked for
// again and patched in place. It waits while the reader is at something that a patch would undo.
const again = 500; // how soon to look whether the reader is done
const reopen = 5_000; // after an answer that the browser takes as final, from a proxy for example
const stale = 60_000; // how long "just now" is said
const silence = 50_000; // a line over which nothing came for so long is held back, for a beat comes every 20 s
const firstWord = 15_000; // the same for a line that was just opened
const asks = 30_000; // how often a page asks whose line is held back
const patience = 15_000; // after which a page that was asked for is no longer waited for
let source = null;
let followed = null; // the address of the stream that is open
let newest = 0;
let waiting = 0;
let reopening = 0;
let fading = 0;
let tries = 0;
let heard = 0; // when something last came over the line
let spoken = false; // whether anything came over this line yet
let asked = 0; // when a page without a line last asked
let foreign = false; // another store was put in the place of the one that the page was made from
let asking = false; // from the question what is new until the page is asked for
let departed = -Infinity; // when the page that is on its way was asked for
let refresh = null; // what must be as before once the page that was asked for here is in place

const status = () => document.querySelector('[data-live]');
const shown = () => Number(status()?.dataset.liveNumber);
const isNavigating = () => performance.now() - departed < patience;
const isField = element => element instanceof Element && element.matches('input, select, textarea, [contenteditable]:not([contenteditable="false"])');

function isEdited(field) {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    return options.some(option => option.defaultSelected)
      ? options.some(option => option.selected !== option.defaultSelected)
      : !field.multiple && field.selectedIndex > 0;
  }
  return field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

// What the server never sends as typed (a slider that a script has set, a hidden field) has no text to lose.
const isBusy = () =>
  isField(document.activeElement)
  || document.getSelection()?.type === 'Range'
  || document.querySelector('dialog[open]') !== null
  || [...document.querySelectorAll('input:not([type="hidden"], [type="range"]), select, textarea')].some(isEdited);

// A section that opens and closes is known by where it is and by its heading without the numbers in it.
function sections() {
  const found = new Map();
  for (const details of document.querySelectorAll('details')) {
    const name = `${details.closest('[id]')?.id} ${details.querySelector('summary')?.textContent.replace(/[\d\s]+/g, ' ')}`;
    let place = 0;
    while (found.has(`${name} ${place}`)) place++;
    found.set(`${name} ${place}`, details);
  }
  return found;
}

function check() {
  clearTimeout(waiting);
  if (foreign) {
    if (isNavigating() || isBusy()) waiting = setTimeout(check, again);
    else location.reload();
    return;
  }
  if (!source || asking || !(newest > shown())) return;
  if (isNavigating() || isBusy()) waiting = setTimeout(check, again);
  else ask();
}

// First what is new, then the page: while the server can't answer, the page stays as it is.
async function ask() {
  asking = true;
  const [stream, from] = [source, shown()];
  let news = null;
  try {
    const [answer] = await Promise.all([fetch(`${followed}/since/${from}`), globalThis.Pages.ready()]);
    news = answer.ok ? await answer.json() : null;
  } catch {
    // No line at the moment.
  }
  asking = false;
  if (source !== stream || shown() !== from) check();
  else if (!news) later();
  else if (isNavigating() || isBusy()) check();
  else start(news);
}

// Also where the page came and was not newer: longer from time to time, up to a minute.
function later() {
  clearTimeout(waiting);
  waiting = setTimeout(check, Math.min(60_000, 1000 * 2 ** tries++));
}

// What has a name that nothing else on the page has, each with its height on the screen.
function places() {
  const named = new Map();
  for (const element of document.querySelectorAll('main :is([id], a[href], h2, h3)')) {
    const name = element.id ? `#${element.id}` : `${element.tagName} ${element.getAttribute('href') ?? element.textContent}`;
    named.set(name, named.has(name) ? null : element);
  }
  return [...named].filter(([, element]) => element)
    .map(([name, element]) => ({ name, focused: element === document.activeElement, box: element.getBoundingClientRect() }))
    .filter(place => place.box.height > 0);
}

// What begins on the screen, what has the focus first, then from the top.
const onScreen = () => scrollY === 0 ? [] // at the top of the page, where a reader stays
  : places().filter(({ box }) => box.top >= 0 && box.top < innerHeight).sort((a, b) => b.focused - a.focused || a.box.top - b.box.top);

// A page that is laid out anew may be longer above: the first of what was on the screen that is still there comes back to its height.
function keepPlace(before) {
  const now = new Map(places().map(place => [place.name, place.box.top]));
  const kept = before.find(place => now.has(place.name));
  const moved = kept ? now.get(kept.name) - kept.box.top : 0;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
}

function start(news) {
  const open = new Map([...sections()].map(([name, details]) => [name, details.open]));
  const { activeElement: focused } = document;
  const next = { text: news.text, open, typed: new Map(), focused, address: location.href, places: onScreen() };
  // Without the place in the page: the reader is not to be taken there again.
  globalThis.Blazor.navigateTo(location.pathname + location.search, { replaceHistoryEntry: true });
  refresh = next;
  // As if the reader had focused something since: otherwise the heading would be focused, as after going to another page.
  document.dispatchEvent(new FocusEvent('focusin'));
  waiting = setTimeout(check, again); // should it never come
}

function restore({ text, open, typed, focused, address, places: before }) {
  for (const [name, details] of sections()) {
    if (open.has(name) && details.open !== open.get(name)) details.open = open.get(name);
  }
  for (const [field, value] of typed) {
    if (field.isConnected && field.value !== value) field.value = value;
  }
  if (focused !== document.body && document.activeElement === document.body) {
    const same = focused.isConnected ? focused : focused.id ? document.getElementById(focused.id)
      : [...document.querySelectorAll('a[href]')].find(link => link.getAttribute('href') === focused.getAttribute('href'));
    same?.focus({ preventScroll: true });
  }
  keepPlace(before);
  if (location.hash === '' && address.includes('#')) history.replaceState(history.state, '', address);
  const line = status();
  if (!line) return;
  line.classList.remove('live-status-old');
  line.textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => line.classList.add('live-status-old'), stale);
}

function close() {
  clearTimeout(reopening);
  source?.close();
  [source, followed, newest] = [null, null, 0];
}

function hear() {
  [heard, spoken] = [performance.now(), true];
  const line = status();
  if (line?.textContent === line?.dataset.liveLost) line.textContent = '';
}

// A proxy or a scanner that holds a stream back lets it open and nothing through. The page says so, and asks by itself.
async function listen() {
  const now = performance.now();
  const line = status();
  if (!source || !line || now - heard < (spoken ? silence : firstWord)) return;
  if (line.textContent === '') line.textContent = line.dataset.liveLost;
  if (asking || now - asked < asks) return;
  asked = now;
  try {
    const answer = await fetch(`${followed}/since/${shown()}`);
    if (answer.ok) newest = Math.max(newest, (await answer.json()).number);
  } catch {
    return; // no line at all; the next time
  }
  check();
}

// A page that nobody sees needs no stream, and a browser has few lines to one server: it catches up when it is looked at again.
function follow() {
  const address = document.hidden ? undefined : status()?.dataset.live;
  if (address === followed && source) return;
  close();
  if (!address) return;
  followed = address;
  source = new EventSource(address);
  [heard, spoken] = [performance.now(), false];
  source.onmessage = event => {
    hear();
    newest = Number(event.data);
    foreign ||= newest < shown();
    check();
  };
  source.addEventListener('beat', hear);
  source.addEventListener('history', event => {
    hear();
    const known = status()?.dataset.liveHistory;
    foreign ||= Boolean(known) && known !== event.data;
    check();
  });
  source.onerror = () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    reopening = setTimeout(follow, reopen * (1 + Math.random()));
  };
}

// While the page is on its way the reader goes on reading.
document.addEventListener('toggle', event => {
  if (!refresh || !(event.target instanceof HTMLDetailsElement)) return;
  for (const [name, details] of sections()) if (details === event.target) refresh.open.set(name, details.open);
}, true);
document.addEventListener('input', event => {
  const isText = isField(event.target) && event.target.type !== 'checkbox' && event.target.type !== 'radio';
  if (refresh && isText) refresh.typed.set(event.target, event.target.value);
});

addEventListener('scroll', () => { if (refresh) refresh.places = onScreen(); }, { passive: true });

setInterval(listen, 5_000);
document.addEventListener('visibilitychange', follow);
addEventListener('pagehide', close);
addEventListener('pageshow', follow);
addEventListener('online', () => { close(); follow(); });
globalThis.Pages.on('enhancednavigationstart', () => {
  // The reader goes somewhere: nothing of this page is to be restored on that one.
  [departed, refresh] = [performance.now(), null];
});
globalThis.Pages.on('enhancednavigationend', () => { departed = -Infinity; });
globalThis.Pages.on('enhancedload', () => {
  const done = refresh;
  [departed, refresh] = [-Infinity, null];
  if (done) restore(done);
  follow();
  if (!done || newest <= shown()) tries = 0;
  if (done && newest > shown()) later();
  else check();
});
follow();
