// Reads the chart of shares by date, with a pointer, a finger or the keys: a line stands at the nearest date of change and the
// words of that date are said. Dates, places and words all come from the server, in the chart's data table; nothing is computed.
let read = null; // the date being read, and of which chart (by number); kept when the page is refreshed in place
let held = false; // whether the keys are on the chart

const charts = () => [...document.querySelectorAll('.chart:has(.chart-cursor)')];
const rowsOf = (chart, kind) => [...chart.querySelectorAll(`table[data-kind="${kind}"] tbody tr`)];
const dateOf = row => row.dataset.on ?? row.querySelector('time').dateTime;

function stopsOf(chart) {
  const { until, untilX, untilWords } = chart.querySelector('.chart-data').dataset;
  const stops = new Map();
  for (const row of [...rowsOf(chart, 'shares'), ...rowsOf(chart, 'day')]) {
    const on = dateOf(row);
    if (!stops.has(on)) stops.set(on, { on, x: Number(row.dataset.x), words: row.querySelector('time').textContent });
  }
  if (!stops.has(until)) stops.set(until, { on: until, x: Number(untilX), words: untilWords });
  return [...stops.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function pair(list, term, words) {
  if (!words) return;
  list.append(
    Object.assign(document.createElement('dt'), { textContent: term }),
    Object.assign(document.createElement('dd'), { textContent: words }));
}

// The shares in force on the date, then what was claimed and changed on it.
function wordsOf(chart, stop) {
  const list = document.createElement('dl');
  const headings = row => [...row.closest('table').querySelectorAll('thead th')].map(cell => cell.textContent);
  const shares = rowsOf(chart, 'shares').findLast(row => dateOf(row) <= stop.on);
  if (shares) [...shares.cells].forEach((cell, i) => { if (i > 0) pair(list, headings(shares)[i], cell.textContent); });
  for (const row of rowsOf(chart, 'day').filter(row => dateOf(row) === stop.on)) {
    pair(list, headings(row)[1], [...row.cells].slice(1).map(cell => cell.textContent).filter(text => text).join(', '));
  }
  const title = Object.assign(document.createElement('p'), { className: 'chart-reading-date', textContent: stop.words });
  return [title, list];
}

function show(chart, stop, index, last) {
  read = { chart: charts().indexOf(chart), on: stop.on };
  const [cursor, line, reading] = ['.chart-cursor', '.chart-line', '.chart-reading'].map(part => chart.querySelector(part));
  cursor.setAttribute('aria-valuemax', last);
  cursor.setAttribute('aria-valuenow', index);
  cursor.setAttribute('aria-valuetext', stop.words);
  line.style.left = `${stop.x}%`;
  line.hidden = false;
  reading.classList.toggle('chart-reading-left', stop.x > 50);
  if (reading.dataset.on !== stop.on || !reading.firstChild) {
    reading.dataset.on = stop.on;
    reading.replaceChildren(...wordsOf(chart, stop));
  }
}

function close() {
  read = null;
  for (const line of document.querySelectorAll('.chart-line')) line.hidden = true;
  for (const reading of document.querySelectorAll('.chart-reading')) reading.replaceChildren();
}

function showNearest(chart, event) {
  const plot = chart.querySelector('.chart-plot').getBoundingClientRect();
  const across = (event.clientX - plot.left) / plot.width * 100;
  const stops = stopsOf(chart);
  const nearest = stops.reduce((best, stop, i) => (Math.abs(stop.x - across) < Math.abs(stops[best].x - across) ? i : best), 0);
  show(chart, stops[nearest], nearest, stops.length - 1);
}

const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };

function moveBy(chart, step) {
  const stops = stopsOf(chart);
  const from = read && stops.findLastIndex(stop => stop.on <= read.on);
  // The first key reads the date at its end of the chart.
  const to = from === null ? (step < 0 ? stops.length - 1 : 0) : Math.min(Math.max(from + step, 0), stops.length - 1);
  const at = step === Infinity ? stops.length - 1 : step === -Infinity ? 0 : to;
  show(chart, stops[at], at, stops.length - 1);
}

const frameOf = event => event.target.closest?.('.chart-frame');
const chartOf = element => element.closest('.chart');

for (const type of ['pointermove', 'pointerdown']) {
  document.addEventListener(type, event => {
    const frame = frameOf(event);
    if (!frame) {
      // A finger lifts without leaving: what it read stays until it touches elsewhere.
      if (read && !held && (event.pointerType === 'mouse' || type === 'pointerdown')) close();
    } else if (!event.target.closest('.chart-reading')) {
      showNearest(chartOf(frame), event);
    }
  });
}

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && read) close();
  const cursor = event.target.closest?.('.chart-cursor');
  if (!cursor || !(event.key in steps) || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  moveBy(chartOf(cursor), steps[event.key]);
});

// A refresh in place says of the document itself that the focus moved (live.js): the keys are where they were.
const isCursor = target => target instanceof Element && target.matches('.chart-cursor');
document.addEventListener('focusin', event => { if (event.target instanceof Element) held = isCursor(event.target); });
document.addEventListener('focusout', event => {
  if (!isCursor(event.target) || !event.target.isConnected || event.target.hidden) return;
  held = false;
  close();
});

// On every page, also one refreshed in place: there the date being read is read again, because its figures may have changed.
function start() {
  const all = charts();
  for (const chart of all) {
    for (const part of chart.querySelectorAll('.chart-cursor, .chart-keys')) part.hidden = false;
    chart.querySelector('.chart-cursor').setAttribute('aria-valuemax', stopsOf(chart).length - 1);
  }
  const chart = read && all[read.chart];
  if (!chart) {
    [read, held] = [null, false];
    return;
  }
  const stops = stopsOf(chart);
  const at = Math.max(0, stops.findLastIndex(stop => stop.on <= read.on));
  show(chart, stops[at], at, stops.length - 1);
  if (held) chart.querySelector('.chart-cursor').focus({ preventScroll: true });
}

start();
globalThis.Pages.on('enhancedload', start);
