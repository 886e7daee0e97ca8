// Filters apply as soon as something is chosen; words that are typed wait for Enter or the button. Without this file the button does it all.
document.addEventListener('change', event => {
  const field = event.target;
  const form = field instanceof HTMLElement ? field.closest('form[data-at-once]') : null;
  if (!form || !field.matches('select, input[type="checkbox"], input[type="radio"]')) return;
  // In place where the framework is there by now, which was fetched when the form was reached for; else as in any browser. Nothing is waited for.
  form.requestSubmit();
});
