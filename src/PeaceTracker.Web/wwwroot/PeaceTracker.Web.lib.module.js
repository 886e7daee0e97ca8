// Called by blazor.web.js, and only when a page with a circuit is about to start: by a full load or on the way from a document.
// Scripts that come with the way from a document don't run by themselves, so that this is the one place that is always passed.
const needed = ['_content/MudBlazor/MudBlazor.min.js', 'js/editing.js'];

export async function beforeServerStart() {
  await Promise.all(needed.map(file => import(new URL(file, document.baseURI))));
}
