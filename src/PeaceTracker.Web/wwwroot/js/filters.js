// Filters apply as soon as something is chosen; words that are typed wait for Enter or the button. Without this file the button does it all.
document.addEventListener('change', event => {
  const field = event.target;
  const form = field instanceof HTMLElement ? field.closest('form[data-at-once]') : null;
  if (!form || !field.matches('select, input[type="checkbox"], input[type="radio"]')) return;
  // In place where the framework is there by now, which was fetched when the form was reached for; else as in any browser. Nothing is waited for.
  form.requestSubmit();
});

// Choices that are folded: open while the page comes with what they ask for, and closed by Escape or a press elsewhere, as a select is.
const fold = element => element instanceof Element ? element.closest('details.box-fold') : null;
let kept = null; // the box that was ticked in one

document.addEventListener('change', event => {
  const within = fold(event.target)?.open && event.target.closest('form[data-at-once]');
  kept = within ? { name: event.target.name, value: event.target.value } : null;
}, true);
document.addEventListener('click', event => {
  for (const other of document.querySelectorAll('details.box-fold[open]')) if (other !== fold(event.target)) other.open = false;
});
document.addEventListener('keydown', event => {
  const at = event.key === 'Escape' ? fold(event.target) : null;
  if (!at?.open) return;
  at.open = false;
  at.querySelector('summary').focus();
});
globalThis.Pages.on('enhancedload', () => {
  if (!kept) return;
  const box = [...document.querySelectorAll('details.box-fold input')].find(input => input.name === kept.name && input.value === kept.value);
  kept = null;
  if (!box) return;
  fold(box).open = true;
  box.focus({ preventScroll: true });
});
