// Buttons that only a script can serve: the server writes them hidden, this shows them.
const done = 2_500; // how long a button says that it copied, and how soon a second click is none

async function copy(button) {
  const text = document.getElementById(button.dataset.copy)?.textContent.replace(/\s+/g, ' ').trim();
  if (!text) return;
  await navigator.clipboard.writeText(text);
  const before = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = before; }, done);
}

document.addEventListener('click', event => {
  const button = event.target.closest?.('button[data-print], button[data-copy]');
  if (!button) return;
  if ('print' in button.dataset) globalThis.print();
  else copy(button);
});

// The second of two quick clicks would send a form again whose answer is on its way, and show what came of the second.
const sent = new WeakSet();
document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (sent.has(form)) event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), done);
});

// The clipboard is closed to pages that come without https.
function show() {
  // Margins of printed sheets take their words from the style of the root.
  const line = document.querySelector('.print-as-of')?.textContent.trim();
  document.documentElement.style.setProperty('--as-of', JSON.stringify(line ?? ''));
  for (const button of document.querySelectorAll('button[data-print], button[data-copy]')) {
    button.hidden = 'copy' in button.dataset && !navigator.clipboard;
  }
}

// Where a style sheet can't show what is folded, what belongs on paper is unfolded for as long as it is printed.
const unfolded = [];
if (!CSS.supports('selector(::details-content)')) {
  addEventListener('beforeprint', () => {
    for (const fold of document.querySelectorAll('details.on-paper:not([open])')) {
      fold.open = true;
      unfolded.push(fold); // some browsers ask twice
    }
  });
  addEventListener('afterprint', () => { for (const fold of unfolded.splice(0)) fold.open = false; });
}

show();
globalThis.Pages.on('enhancedload', show);
