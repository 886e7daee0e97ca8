// Called by blazor.web.js, and only when a page with a circuit is about to start: by a full load or on the way from a document.
// Scripts that come with the way from a document don't run by themselves, so that this is the one place that is always passed.
const needed = ['_content/MudBlazor/MudBlazor.min.js', 'js/editing.js'];

export async function beforeServerStart() {
  await Promise.all(needed.map(file => import(new URL(file, document.baseURI))));
  sayWhenRefused();
}

// The framework is silent about a line that is refused, and the page would wait for ever.
async function sayWhenRefused() {
  const answer = await fetch(new URL('_blazor/negotiate?negotiateVersion=1', document.baseURI), { method: 'POST' }).catch(() => null);
  const opening = document.querySelector('.opening[data-refused]');
  if (answer?.status === 403 && opening) opening.textContent = opening.dataset.refused;
}
