// Passkeys: the one part of signing in that needs a script. The server writes its forms hidden; this script shows them where the
// browser knows passkeys, puts the server's question to the device, and sends the form with the answer in it.
const known = globalThis.isSecureContext
  && typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';

function show() {
  if (!known) return;
  for (const form of document.querySelectorAll('form[data-passkey]')) form.hidden = false;
  for (const words of document.querySelectorAll('[data-passkey-missing]')) words.hidden = true;
}

async function create(form) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(form.dataset.options));
  return navigator.credentials.create({ publicKey });
}

async function get(form) {
  const answer = await fetch('/account/passkey-options', { method: 'POST', body: new FormData(form) });
  if (!answer.ok) throw new Error(`The question could not be got: ${answer.status}`);
  const { options, state } = await answer.json();
  form.elements.State.value = state;
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) });
}

document.addEventListener('submit', async event => {
  const form = event.target;
  const ask = { create, get }[form.dataset?.passkey];
  if (!ask) return;
  event.preventDefault();
  const [button, said] = [form.querySelector('button'), form.querySelector('[data-passkey-said]')];
  said.hidden = true;
  button.disabled = true;
  try {
    const credential = await ask(form);
    form.elements.Answer.value = JSON.stringify(credential);
    form.submit();
  } catch {
    // Closed by the reader, refused by the device, or the server was away: in each case the words beside the button say what to do.
    said.hidden = false;
  } finally {
    button.disabled = false;
  }
});

show();
globalThis.Blazor?.addEventListener('enhancedload', show);
