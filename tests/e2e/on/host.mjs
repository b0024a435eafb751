// A plain file host, as anybody may put the app on: files under a path, the policy as a header, nothing else.
import { createServer } from 'node:http';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json', '.bin': 'application/octet-stream',
  '.webmanifest': 'application/manifest+json',
};
const POLICY = readFileSync(join(ROOT, 'crates/ui/static/csp.txt'), 'utf8').trim();

/** The files of the app as `cargo xtask app` made them, by name. */
export function built(dir = process.env.UNKNOT_DIST ?? join(ROOT, 'dist')) {
  const names = readdirSync(dir, { recursive: true }).filter(name => statSync(join(dir, name)).isFile());
  return new Map(names.map(name => [name, readFileSync(join(dir, name))]));
}

/** The same app in another build: one file has other bytes, and so another name. */
export function nextBuild(files) {
  const style = [...files.keys()].find(name => /^app-.*\.css$/.test(name));
  const renamed = style.replace(/[0-9a-f]{16}/, 'feedfacefeedface');
  const next = new Map();
  for (const [name, bytes] of files) {
    if (/\.(br|gz)$/.test(name)) continue;
    const text = (name.endsWith('.html') || name === 'sw.js') && bytes.toString().replaceAll(style, renamed);
    const build = name === 'sw.js' ? text.replace(/unknot-[0-9a-f]{16}/, 'unknot-feedfacefeedface') : text;
    next.set(name === style ? renamed : name, build ? Buffer.from(build) : bytes);
  }
  return next;
}

/** Gives out `files` under a path until `close`; `api(request, response)` answers what a plain host does not. */
export async function host({ files = built(), under = '/', port = 0, api } = {}) {
  const state = { files, asked: [] };
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://host').pathname;
    state.asked.push(path);
    if (api && path.startsWith(`${under}api/`)) return api(request, response);
    const name = path.endsWith('/') ? `${path.slice(under.length)}index.html` : path.slice(under.length);
    const file = path.startsWith(under) ? state.files.get(name) : undefined;
    if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
    const cache = /-[0-9a-f]{16}\./.test(name) ? 'max-age=31536000, immutable' : 'no-cache';
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': cache });
    response.end(file);
  });
  await new Promise(ready => server.listen(port, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}${under}`,
    port: server.address().port,
    /** What was asked for so far. */
    asked: state.asked,
    /** From now on gives out another build. */
    offer: next => (state.files = next),
    close: () => new Promise(done => (server.close(done), server.closeAllConnections())),
  };
}
