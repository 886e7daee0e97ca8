// What a page that is alive needs in the browser. Loaded once, when the first such page starts.
import { settle } from './typed.js';

const openDialog = () => document.querySelector('[role="dialog"]');

// On a Mac, Alt and a letter write another one.
const writesAnother = (event, letter) => /^Mac/.test(navigator.platform)
  && (event.key === 'Dead' || (event.key.length === 1 && event.key.toLowerCase() !== letter));

// Ctrl+S and Ctrl+Enter press the form's button, after what is being typed has been sent.
document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !(event.key === 's' || event.key === 'Enter')) return;
  // A dialog is asked first: what lies behind it is not sent by its keys.
  const buttons = (openDialog() ?? document).querySelectorAll('button[data-save]');
  const save = buttons[buttons.length - 1];
  if (!save) return;
  event.preventDefault();
  if (event.repeat || save.disabled) return;
  const field = document.activeElement;
  if (field?.matches('.date-text')) field.dispatchEvent(new Event('change', { bubbles: true }));
  if (field?.matches('[role="combobox"]')) field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  if (field) settle(field);
  // What is kept by itself is not published by the habit of pressing Ctrl+S.
  if (event.key === 'Enter' || save.dataset.save !== 'publish') save.click();
});

// Alt and a letter press the button that says so: "Alt+I adds an issue".
document.addEventListener('keydown', event => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase();
  const button = letter && document.querySelector(`button[data-key="${letter}"]:not(:disabled)`);
  if (!button || openDialog() || writesAnother(event, letter)) return;
  event.preventDefault();
  const field = document.activeElement;
  if (field) settle(field);
  button.click();
});

// In a list that is searched the arrows move through the list, not through the text, and what they come to is in sight.
document.addEventListener('keydown', event => {
  if (event.target.matches?.('[role="combobox"]') && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) event.preventDefault();
});
new MutationObserver(changes => {
  for (const { target } of changes)
    document.getElementById(target.getAttribute('aria-activedescendant'))?.scrollIntoView({ block: 'nearest' });
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-activedescendant'] });

// The browser's own calendar of a date's field. The field has the focus meanwhile, so that it is there again after a choice and after Esc.
document.addEventListener('click', event => {
  const button = event.target.closest?.('button[data-calendar]');
  if (!button) return;
  document.getElementById(button.dataset.calendar).focus();
  button.nextElementSibling.showPicker();
});

// The list of errors leads to the fields.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-to-field]');
  const field = link && document.getElementById(link.dataset.toField);
  if (!field) return;
  event.preventDefault();
  event.stopPropagation();
  for (let folded = field.closest('details:not([open])'); folded; folded = folded.parentElement.closest('details:not([open])')) folded.open = true;
  field.focus();
  field.scrollIntoView({ block: 'center' });
}, true);

// A text that is shown once can be taken along. Where the line is not encrypted there is no clipboard: then it is marked for copying by hand.
document.addEventListener('click', async event => {
  const button = event.target.closest?.('button[data-copy]');
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) return;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    const said = button.parentElement.querySelector('[data-copied]');
    if (said) said.textContent = said.dataset.copied;
  } catch {
    field.focus();
  }
});

// A line that is lost is taken up again; where the server no longer knows the page, the page is loaded again. What was typed is kept (typed.js).
document.addEventListener('components-reconnect-state-changed', async event => {
  const { state } = event.detail;
  if (state === 'rejected') location.reload();
  if (state === 'failed') reloadOnceThere();
}, true);

async function reloadOnceThere() {
  try {
    const answer = await fetch('health/live', { cache: 'no-store' });
    if (answer.ok) return location.reload();
  } catch {
    // Not there yet.
  }
  setTimeout(reloadOnceThere, 5000);
}
