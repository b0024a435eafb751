// Starts the body on screen: a program of its own, with the files of the body. boot.js loads it as soon as the app has its files.
const at = name => new URL(name, import.meta.url);
const FILES = ['./{{skin.anat}}', './{{muscles.anat}}', './{{bones.anat}}', './{{spine.anat}}', './{{marks.anat}}'];

// all at once
const wasm = fetch(at('./{{scene.wasm}}'));
const [scene, ...files] = await Promise.all([import('./{{scene.js}}'), ...FILES.map(bytes)]);
await scene.default({ module_or_path: wasm });
// the app's first screen is drawn before; a page that nobody looks at is never idle
await new Promise(idle => (window.requestIdleCallback ?? setTimeout)(idle, { timeout: 1000 }));
scene.start(window, ...files);

async function bytes(name) {
  const response = await fetch(at(name));
  if (!response.ok) throw new Error(`${response.status} for ${name}`);
  return new Uint8Array(await response.arrayBuffer());
}
