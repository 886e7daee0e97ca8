// Says on a summary what came since this browser last looked at it. What it last saw is kept in this browser alone.
const pause = 30 * 60_000; // who comes back within it is still on the same visit

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return null; // no storage, or not ours
  }
}

// The end of the last visit, and what this one has seen so far.
function visit(line) {
  const key = `visit ${line.dataset.visit}`;
  const kept = read(key);
  if (!kept) return null;
  const last = kept.seen && Date.now() - kept.seen.at > pause ? kept.seen : kept.last;
  const seen = { change: Number(line.dataset.change), day: line.dataset.day, at: Date.now() };
  try {
    localStorage.setItem(key, JSON.stringify({ last, seen }));
  } catch {
    return null;
  }
  return last;
}

// As the server writes dates: 15 December 2025.
function inWords(day) {
  const parts = new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .formatToParts(new Date(day + 'T00:00:00Z'));
  const part = type => parts.find(p => p.type === type).value;
  return `${part('day')} ${part('month')} ${part('year')}`;
}

function show() {
  const line = document.querySelector('[data-visit]');
  const last = line && visit(line);
  if (!last) return;
  const words = inWords(last.day);
  if (last.change >= Number(line.dataset.change)) {
    line.textContent = line.dataset.none.replace('{0}', words);
  } else {
    const link = document.createElement('a');
    link.href = last.day < line.dataset.day ? `${line.dataset.compare}?from=${last.day}&to=${line.dataset.day}` : line.dataset.compare;
    link.textContent = line.dataset.link;
    line.replaceChildren(line.dataset.news.replace('{0}', words) + ' ', link);
  }
  line.hidden = false;
}

show();
globalThis.Pages.on('enhancedload', show);
