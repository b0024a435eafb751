// Starts the app. Until it has started, and if it cannot, what stands in index.html stays.

const at = name => new URL(name, import.meta.url).href;
const trusted = policy();
// Pictures of the body, fetched when one is to be seen.
const PLATES = {
  'back-female': at('./{{back-female.svg}}'),
  'back-male': at('./{{back-male.svg}}'),
  'side-female': at('./{{side-female.svg}}'),
  'side-male': at('./{{side-male.svg}}'),
  'front-female': at('./{{front-female.svg}}'),
  'front-male': at('./{{front-male.svg}}'),
};
let body;

try {
  // Which figure shows which move; without them the app has its words.
  const figures = fetch(at('./{{figures.json}}')).then(answer => answer.json()).catch(() => ({}));
  const wasm = fetch(at('./{{app.wasm}}'));
  const [app, guide] = await Promise.all([import('./{{app.js}}'), bytes(at('./{{guide.bin}}'))]);
  await app.default({ module_or_path: wasm });
  // The body to turn is a program of its own, whose files come while the app starts; without it the flat picture stays.
  body = import('./{{body.js}}').catch(error => console.warn(error));
  watch();
  app.start(guide, { ...PLATES, ...(await figures) });
  document.documentElement.dataset.started = '';
} catch (error) {
  trouble(error);
}
// To keep all files is work too: first what is to be seen, if it comes soon.
await Promise.race([body, new Promise(late => setTimeout(late, 5000))]);
if (window.isSecureContext && 'serviceWorker' in navigator) keep().catch(error => console.warn(error));

// The page allows no string to become markup, and none the address of a script but this one.
function policy() {
  if (!window.trustedTypes) return { createScriptURL: url => url };
  const worker = at('./sw.js');
  return trustedTypes.createPolicy('unknot', {
    createScriptURL: url => {
      if (url !== worker) throw new TypeError('not a script of ours');
      return url;
    },
  });
}

async function bytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for the guide`);
  return new Uint8Array(await response.arrayBuffer());
}

// A panic in the wasm ends it: from then on nothing on the screen would answer.
function watch() {
  const broken = error => error instanceof WebAssembly.RuntimeError && trouble(error);
  window.addEventListener('error', event => broken(event.error));
  window.addEventListener('unhandledrejection', event => broken(event.reason));
}

function trouble(error) {
  console.error(error);
  document.getElementById('trouble').hidden = false;
}

// Keeps the app on the device. When a newer one is there, the window hears `unknot-update`;
// `unknotUpdate()` then takes it and loads the page again.
async function keep() {
  const worker = navigator.serviceWorker;
  const registration = await worker.register(trusted.createScriptURL(at('./sw.js')), { updateViaCache: 'none' });
  window.unknotUpdate = () => {
    if (!registration.waiting) return;
    worker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage({ kind: 'update' });
  };
  const offer = () => {
    if (!registration.waiting || !worker.controller) return;
    // A build that did not start has nothing to lose.
    // The app may listen only later: it looks for the mark.
    document.documentElement.dataset.update = '';
    if ('started' in document.documentElement.dataset) window.dispatchEvent(new Event('unknot-update'));
    else window.unknotUpdate();
  };
  const follow = next => next?.addEventListener('statechange', () => next.state === 'installed' && offer());
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  offer();
  // An app on the home screen may stay open for weeks.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
}
