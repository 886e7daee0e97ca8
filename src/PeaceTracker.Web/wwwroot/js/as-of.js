// The slider over the dates on which something changed. It says the date while it moves and goes there once it rests.
// The server writes it hidden, with the dates; this script shows it. The last date is the present.
const rest = 300;
let waiting = 0;
let wanted = null; // the date moved to, until the page of it is asked for
let asked = false; // whether the page to come was asked for here

const datesOf = slider => slider.dataset.dates.split(' ');

// As the server writes dates: 15 December 2025.
function inWords(date) {
  const parts = new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .formatToParts(new Date(date + 'T00:00:00Z'));
  const part = type => parts.find(p => p.type === type).value;
  return `${part('day')} ${part('month')} ${part('year')}`;
}

function say(slider, date) {
  const words = inWords(date);
  slider.querySelector('input').setAttribute('aria-valuetext', words);
  slider.querySelector('output').textContent = words;
}

function goTo(date, present) {
  const address = new URL(location.href);
  if (date === present) address.searchParams.delete('asOf');
  else address.searchParams.set('asOf', date);
  // A place in a list means nothing on another date.
  address.searchParams.delete('page');
  [wanted, asked] = [null, true];
  globalThis.Pages.go(address.pathname + address.search);
}

function show() {
  for (const slider of document.querySelectorAll('.as-of-slider')) {
    const input = slider.querySelector('input');
    const dates = datesOf(slider);
    // Whoever has moved on while the page was on its way stays where they are.
    const index = dates.indexOf(wanted);
    input.value = index < 0 ? input.getAttribute('value') : index;
    slider.hidden = false;
    say(slider, dates[input.valueAsNumber]);
    if (asked || wanted) {
      // The next key must reach the slider again, also where the page of the present comes with the control closed.
      slider.closest('details').open = true;
      requestAnimationFrame(() => input.focus({ preventScroll: true }));
    }
  }
  asked = false;
}

document.addEventListener('input', event => {
  const slider = event.target.closest?.('.as-of-slider');
  if (!slider) return;
  clearTimeout(waiting);
  wanted = datesOf(slider)[event.target.valueAsNumber];
  say(slider, wanted);
});

// Arrow keys send a change with every press: only the last of a row is followed.
document.addEventListener('change', event => {
  const slider = event.target.closest?.('.as-of-slider');
  if (!slider || !wanted) return;
  clearTimeout(waiting);
  waiting = setTimeout(goTo, rest, wanted, datesOf(slider).at(-1));
});

show();
globalThis.Pages.on('enhancedload', show);
