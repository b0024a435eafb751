let wasm;
export default async function init({ module_or_path }) {
  const sent = await module_or_path;
  if (!sent.ok) throw new Error(`${sent.status} for ${sent.url}`);
  const imports = __wbg_get_imports();
  // while it comes, if the server says what it is
  const typed = sent.headers.get('Content-Type') === 'application/wasm' && WebAssembly.instantiateStreaming;
  const made = typed ? WebAssembly.instantiateStreaming(sent, imports) : WebAssembly.instantiate(await sent.arrayBuffer(), imports);
  wasm = (await made).instance.exports;
  wasm.__wbindgen_start();
}
