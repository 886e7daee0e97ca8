// Saves the image behind a link with data-png as a PNG of that name: the browser draws what the server sends as SVG. What the
// image is, on which dates and where it is from stands in the drawing, and once more as text of the file, for whoever cuts it.
// The links are hidden until this script shows them.
const scale = 2;

function show() {
  for (const link of document.querySelectorAll('a[data-png][hidden]')) link.hidden = false;
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

// An iTXt chunk of the PNG format: length, type, keyword, text in UTF-8, checksum.
function textChunk(keyword, text) {
  const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(body.length + 8);
  const numbers = new DataView(chunk.buffer);
  numbers.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  numbers.setUint32(body.length + 4, ~body.reduce((sum, byte) => table[(sum ^ byte) & 255] ^ (sum >>> 8), -1));
  return chunk;
}

function withTexts(png, svg) {
  // Without its styles, which the page's policy would refuse; they say nothing.
  const image = new DOMParser().parseFromString(svg.replace(/<style>[^]*?<\/style>/, ''), 'image/svg+xml').documentElement;
  const part = name => image.querySelector(`:scope > ${name}`);
  const chunks = [['Title', part('title').textContent], ['Description', part('desc').textContent], ['Source', part('a').getAttribute('href')]];
  const afterHeader = 33; // the signature and the header chunk, which must come first
  const texts = chunks.map(([keyword, text]) => textChunk(keyword, text));
  return new Blob([png.slice(0, afterHeader), ...texts, png.slice(afterHeader)], { type: 'image/png' });
}

async function toPng(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const svg = await answer.text();
  const image = new Image();
  // A data address, because the page's policy allows images no blob address.
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The browser made no image.');
  return withTexts(blob, svg);
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
