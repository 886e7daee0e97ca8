// Saves the image behind a link with data-png as a PNG of that name: the browser draws what the server sends as SVG.
// The links are hidden until this script shows them.
const scale = 2;

function show() {
  for (const link of document.querySelectorAll('a[data-png][hidden]')) link.hidden = false;
}

async function toPng(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const image = new Image();
  // A data address, for the page's policy allows images no blob address.
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(await answer.text());
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The browser made no image.');
  return blob;
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

document.addEventListener('click', async event => {
  const link = event.target.closest?.('a[data-png]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    save(await toPng(link.href), link.dataset.png);
  } catch {
    // The SVG is better than nothing.
    location.assign(link.href);
  }
});

show();
globalThis.Blazor?.addEventListener('enhancedload', show);
