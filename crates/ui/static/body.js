// Starts the body on screen: a program of its own, with the files of the body. boot.js loads it when there is nothing else to do.
import begin, { start } from './{{scene.js}}';

const at = name => new URL(name, import.meta.url);
const FILES = ['./{{skin.anat}}', './{{muscles.anat}}', './{{bones.anat}}', './{{spine.anat}}', './{{marks.anat}}'];

const wasm = begin({ module_or_path: fetch(at('./{{scene.wasm}}')) });
const files = await Promise.all(FILES.map(bytes));
await wasm;
start(...files);

async function bytes(name) {
  const response = await fetch(at(name));
  if (!response.ok) throw new Error(`${response.status} for ${name}`);
  return new Uint8Array(await response.arrayBuffer());
}
