// Filters apply as soon as something is chosen; words that are typed wait for Enter or the button. Without this file the button does it all.
document.addEventListener('change', event => {
  const field = event.target;
  const form = field instanceof HTMLElement ? field.closest('form[data-at-once]') : null;
  if (!form || !field.matches('select, input[type="checkbox"], input[type="radio"]')) return;
  within = { page: location.pathname, place: places().indexOf(form.closest('details.filter-box')) };
  // In place where the framework is there by now, which was fetched when the form was reached for; else as in any browser. Nothing is waited for.
  form.requestSubmit();
});

// Choices that are folded: open while the page comes with what they ask for, and closed by Escape or a press elsewhere, as a select is.
const fold = element => element instanceof Element ? element.closest('details.box-fold') : null;
const places = () => [...document.querySelectorAll('details.filter-box')];
let kept = null; // the box that was ticked in one
let within = null; // the page, and which of its places for filters was chosen in

document.addEventListener('change', event => {
  const form = event.target instanceof Element ? event.target.closest('form[data-at-once]') : null;
  kept = form && fold(event.target)?.open ? { name: event.target.name, value: event.target.value } : null;
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
  // Where the last filter was taken off, the place for filters comes folded.
  if (within?.page === location.pathname) places()[within.place]?.setAttribute('open', '');
  within = null;
  if (!kept) return;
  const box = [...document.querySelectorAll('details.box-fold input')].find(input => input.name === kept.name && input.value === kept.value);
  kept = null;
  if (!box) return;
  fold(box).open = true;
  box.focus({ preventScroll: true });
});
