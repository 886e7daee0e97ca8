// What is typed and not kept yet: the last letters, and all that is typed while the line is down. It stands in this browser until the server
// says that it is kept, and goes back into the form when that is opened again (docs/decisions/0024).
const rest = 300; // a text is sent when it rests, not with every key
const soon = 200; // and what was sent is kept a moment later
const later = 2000;
const lifetime = 7 * 24 * 60 * 60 * 1000;
const [kept, notKept, elsewhere] = [0, 1, 2]; // TypedState

const waiting = new Map();
const forms = new Map();
let timer;
let unstored = false;

// ---- What the browser keeps, by form and by field ----

const key = mark => `typed:${mark}`;

function read(mark) {
  try {
    return JSON.parse(localStorage.getItem(key(mark)))?.fields ?? {};
  } catch {
    return {};
  }
}

function write(mark, fields) {
  try {
    if (Object.keys(fields).length === 0) localStorage.removeItem(key(mark));
    else localStorage.setItem(key(mark), JSON.stringify({ at: Date.now(), fields }));
    unstored = false;
  } catch {
    unstored = true; // no room, or not allowed: the browser asks before it leaves
  }
}

function forgetOld() {
  for (const name of Object.keys(localStorage).filter(name => name.startsWith('typed:'))) {
    if (!(Date.now() - JSON.parse(localStorage.getItem(name)).at < lifetime)) localStorage.removeItem(name);
  }
}

try {
  forgetOld();
} catch {
  // A browser that keeps nothing, or what is not ours to read.
}

// ---- Fields ----

const nameOf = field =>
  field.type === 'password' || field.closest('[role=combobox], .key-search') ? null
  : field.type === 'radio' ? `[name="${CSS.escape(field.name)}"][type=radio]`
  : field.id ? `#${CSS.escape(field.id)}` : null;

const valueOf = field => field.type === 'checkbox' ? field.checked : field.value;

const find = (form, name, value) => form.element.querySelector(name.endsWith('[type=radio]') ? `${name}[value="${CSS.escape(value)}"]` : name);

const holds = (field, value) => field.type === 'checkbox' ? field.checked === value
  : field.type === 'radio' ? field.checked : field.value === value;

function put(field, value) {
  if (field.type === 'checkbox') field.checked = value;
  else if (field.type === 'radio') field.checked = true;
  else if (field.tagName !== 'SELECT' || [...field.options].some(option => option.value === value)) field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

// From the first letter, which may be typed before the server has had the form watched.
function note(field, heard) {
  const form = field.closest?.('[data-typed]');
  const mark = forms.get(form)?.mark ?? form?.dataset.typed;
  const name = mark && nameOf(field);
  if (!name) return;
  write(mark, { ...read(mark), [name]: { value: valueOf(field), heard } });
}

/** Sends what rests in a field without waiting. */
export function settle(field) {
  clearTimeout(waiting.get(field));
  if (waiting.delete(field)) field.dispatchEvent(new Event('change', { bubbles: true }));
}

document.addEventListener('input', event => {
  const field = event.target;
  if (!field.matches?.('input, textarea, select')) return;
  note(field, false);
  if (!field.matches('[data-settle]')) return;
  clearTimeout(waiting.get(field));
  waiting.set(field, setTimeout(settle, rest, field));
}, true);

document.addEventListener('change', event => {
  if (!event.target.matches?.('input, textarea, select')) return;
  clearTimeout(waiting.get(event.target));
  waiting.delete(event.target);
  note(event.target, true);
  keepSoon();
}, true);

// What another window kept takes the place of what was typed here: nothing of this comes back.
document.addEventListener('click', event => {
  if (!event.target.closest?.('button[data-let-go]')) return;
  for (const timeout of waiting.values()) clearTimeout(timeout);
  waiting.clear();
  for (const form of forms.values()) write(form.mark, {});
}, true);

document.addEventListener('click', keepSoon, true);

// A line break that is pasted into a field of one line is a space; browsers would take it out and join the words.
document.addEventListener('paste', event => {
  const field = event.target;
  const text = event.clipboardData?.getData('text/plain');
  if (!field.matches?.('input[data-settle]') || !text || !/[\r\n]/.test(text)) return;
  event.preventDefault();
  field.setRangeText(text.trim().replace(/\s*[\r\n]+\s*/g, ' '), field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
});

// ---- Keeping ----

function keepSoon() {
  clearTimeout(timer);
  timer = setTimeout(keepAll, soon);
}

function keepAll() {
  for (const form of forms.values()) {
    if (form.element.isConnected) keep(form);
    else forms.delete(form.element);
  }
}

// What is asked while the line is down, or is under way when it is lost, is never answered, and the framework says so to nobody.
let down = false;
const unanswered = new Set();

function ask(server, ...what) {
  return new Promise((resolve, reject) => {
    if (down) return reject(new Error('The line is down.'));
    unanswered.add(reject);
    server.invokeMethodAsync(...what).then(resolve, reject).finally(() => unanswered.delete(reject));
  });
}

async function keep(form, back = false) {
  if (form.turn) await form.turn;
  return form.turn = tryKeep(form, back).finally(() => form.turn = null);
}

async function tryKeep(form, back) {
  const sent = Object.entries(read(form.mark)).filter(([, entry]) => entry.heard);
  let state = notKept;
  try {
    state = await ask(form.server, 'KeepAsync', back);
  } catch {
    // The line is down, or the form is gone: it stays in the browser.
  }

  if (state === elsewhere) return write(form.mark, {});
  if (state !== kept) {
    if (form.element.isConnected) setTimeout(keepSoon, later);
    return;
  }

  const fields = read(form.mark);
  for (const [name, { value }] of sent) {
    // What a field can't read is nowhere but in the field.
    const unread = find(form, name, value)?.getAttribute('aria-invalid') === 'true';
    if (!unread && fields[name]?.heard && fields[name].value === value) delete fields[name];
  }

  write(form.mark, fields);
}

// Back into the fields; some are there only once others are filled.
async function replay(form, back) {
  for (let left = Object.entries(read(form.mark)); left.length > 0;) {
    const there = left.filter(([name, { value }]) => find(form, name, value));
    if (there.length === 0) return;
    const differs = there.some(([name, { value }]) => !holds(find(form, name, value), value));
    for (const [name, { value }] of there) {
      const field = find(form, name, value);
      if (field) put(field, value);
    }

    await keep(form, back && differs);
    left = left.filter(entry => !there.includes(entry));
  }
}

globalThis.typed = {
  /** A form is open: what was typed into it and not kept goes back into it. */
  watch(element, server, mark) {
    const form = { element, server, mark, turn: null };
    forms.set(element, form);
    replay(form, true);
  },

  /** A form was saved, or given up. */
  forget(mark) {
    for (const form of forms.values()) {
      if (form.mark !== mark) continue;
      form.element.dataset.typed = ''; // what is typed from here on is nobody's
      forms.delete(form.element);
    }

    write(mark, {});
  },
};

// ---- Leaving, and coming back ----

function leave() {
  for (const field of waiting.keys()) settle(field);
  keepAll();
}

addEventListener('pagehide', leave);
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
addEventListener('beforeunload', event => unstored && event.preventDefault());

// The line is lost: nothing that was asked is answered any more. It is there again: what was typed meanwhile has not been heard.
document.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
  if (state === 'show') {
    down = true;
    for (const giveUp of unanswered) giveUp(new Error('The line is lost.'));
    unanswered.clear();
  }

  if (state !== 'hide') return;
  down = false;
  for (const form of forms.values()) replay(form, false);
}, true);
