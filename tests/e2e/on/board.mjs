// `unknot serve --questions`: a question board of one's own, and its owner at the command line.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A port that is free now: the board must be told where people reach it before it listens. */
const free = () => new Promise(found => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

/** Starts one; it is gone after the test. */
export async function board(t) {
  const dir = mkdtempSync(join(tmpdir(), 'unknot-board-'));
  const port = await free();
  const [url, file, data] = [`http://127.0.0.1:${port}`, join(dir, 'board.toml'), join(dir, 'data')];
  writeFileSync(file, `url = "${url}"\nbind = "127.0.0.1:${port}"\nowner = "Jo Doe, physiotherapist"\n`);
  const args = ['serve', '--bind', '127.0.0.1:0', '--no-open', '--data', data, '--questions', file];
  const child = spawn(process.env.UNKNOT_BIN, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise(done => child.once('exit', done));
  t.after(async () => {
    child.kill();
    await gone;
    rmSync(dir, { recursive: true, force: true });
  });
  await new Promise((found, fail) => {
    child.once('exit', code => fail(new Error(`unknot serve ended with ${code}`)));
    createInterface(child.stdout).on('line', line => line.includes('Questions are taken') && found());
  });
  const owner = (args, input = '') =>
    execFileSync(process.env.UNKNOT_BIN, ['questions', ...args, '--data', data], { input, encoding: 'utf8' });
  return { url, owner };
}
