// From page to page without loading anew. What does that comes with the framework in its largest file, of which a reader who only reads needs
// nothing: it is fetched when somebody reaches for a link or a form, or when this page is to be asked for again. Until it is there, links and
// forms do what they do in any browser. A page that is alive brings it along.
const place = document.querySelector('script[data-framework]').dataset.framework;
const told = []; // who wants to know what the framework does, and of what
let coming = globalThis.Blazor ? Promise.resolve(globalThis.Blazor) : null;

function ready() {
  coming ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = place;
    script.addEventListener('load', () => {
      for (const [type, action] of told) globalThis.Blazor.addEventListener(type, action);
      resolve(globalThis.Blazor);
    });
    script.addEventListener('error', () => {
      coming = null; // the next time
      script.remove();
      reject(new Error('The file of the framework could not be fetched.'));
    });
    document.head.append(script);
  });
  return coming;
}

globalThis.Pages = {
  ready,
  on(type, action) {
    told.push([type, action]);
    globalThis.Blazor?.addEventListener(type, action);
  },
  // By the framework where it can be had; else as the browser does it.
  go(address) {
    ready().then(framework => framework.navigateTo(address), () => location.assign(address));
  },
};

function named(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1); // a lone per cent sign
  }
}

// What an address names may lie in a fold. A browser opens it; the framework, which goes there without loading anew, does not.
function unfold(address) {
  const to = new URL(address, document.baseURI);
  const place = to.hash && document.getElementById(named(to.hash));
  if (!place || to.pathname !== location.pathname || to.search !== location.search) return;
  const folds = [...place.querySelectorAll(':scope > details.claim-more')];
  for (let fold = place.closest('details'); fold; fold = fold.parentElement.closest('details')) folds.push(fold);
  const closed = folds.filter(fold => !fold.open);
  for (const fold of closed) fold.open = true;
  if (closed.length > 0) place.scrollIntoView();
}

let shown = location.href;
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href*="#"]');
  if (link) unfold(link.getAttribute('href'));
}, true);
globalThis.Pages.on('enhancedload', () => {
  if (location.href !== shown) unfold(location.href);
  shown = location.href;
});

function reach(event) {
  const to = event.target.closest?.('a[href], form');
  if (!to || to.closest('[data-enhance-nav="false"]') || (to.origin ?? location.origin) !== location.origin) return;
  for (const type of reaches) document.removeEventListener(type, reach, true);
  ready().catch(() => { for (const type of reaches) document.addEventListener(type, reach, true); });
}

const reaches = ['pointerover', 'pointerdown', 'focusin'];
if (!coming) for (const type of reaches) document.addEventListener(type, reach, true);
