// Passkeys: the one part of signing in that needs a script. The server writes its forms hidden; this script shows them where the
// browser knows passkeys, puts the server's question to the device, and sends the form with the answer in it.
const known = globalThis.isSecureContext && typeof globalThis.PublicKeyCredential === 'function' && !!navigator.credentials;

const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const bytes = coded => Uint8Array.from(atob(coded.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));

// The browser's own reading of the question where it has one; by hand in those from before.
function read(question, helper) {
  if (typeof PublicKeyCredential[helper] === 'function') return PublicKeyCredential[helper](question);
  const named = list => list?.map(one => ({ ...one, id: bytes(one.id) }));
  const options = { ...question, challenge: bytes(question.challenge) };
  if (question.user) options.user = { ...question.user, id: bytes(question.user.id) };
  if (question.excludeCredentials) options.excludeCredentials = named(question.excludeCredentials);
  if (question.allowCredentials) options.allowCredentials = named(question.allowCredentials);
  return options;
}

// Password managers put a credential of their own in the browser's place, which often can't be turned into JSON: its fields can be read all the same.
function write(credential) {
  try {
    return JSON.stringify(credential.toJSON());
  } catch {
    const { response } = credential;
    const coded = {};
    for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (response[name]) coded[name] = text(response[name]);
    }
    if (typeof response.getTransports === 'function') coded.transports = response.getTransports();
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
      clientExtensionResults: credential.getClientExtensionResults?.() ?? {},
      response: coded,
    });
  }
}

function show() {
  if (!known) return;
  for (const form of document.querySelectorAll('form[data-passkey]')) form.hidden = false;
  for (const words of document.querySelectorAll('[data-passkey-missing]')) words.hidden = true;
}

async function create(form) {
  const publicKey = read(JSON.parse(form.dataset.options), 'parseCreationOptionsFromJSON');
  return navigator.credentials.create({ publicKey });
}

async function get(form) {
  const answer = await fetch('account/passkey-options', { method: 'POST', body: new FormData(form) });
  if (!answer.ok) throw new Error(`The question could not be got: ${answer.status}`);
  const { options, state } = await answer.json();
  form.elements.State.value = state;
  return navigator.credentials.get({ publicKey: read(JSON.parse(options), 'parseRequestOptionsFromJSON') });
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
    form.elements.Answer.value = write(credential);
    form.submit();
  } catch {
    // Closed by the reader, refused by the device, or the server was away: in each case the words beside the button say what to do.
    said.hidden = false;
  } finally {
    button.disabled = false;
  }
});

show();
globalThis.Pages.on('enhancedload', show);
