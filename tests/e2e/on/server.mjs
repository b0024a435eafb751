// `unknot serve` as a person runs it; killed as the power cut would.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Starts it over a folder; `port` 0 is any free one. */
export async function serve(dir, port = 0) {
  const program = process.env.UNKNOT_BIN;
  if (!program) throw new Error('UNKNOT_BIN names no program; `cargo xtask test e2e` builds it and says where');
  const args = ['serve', '--bind', `127.0.0.1:${port}`, '--data', dir, '--no-open'];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise(done => child.once('exit', done));
  const first = await new Promise((found, fail) => {
    child.once('exit', code => fail(new Error(`unknot serve ended with ${code}`)));
    createInterface(child.stdout).on('line', line => {
      const said = /^Unknot: (http\S+)/.exec(line);
      if (said) found(new URL(said[1]));
    });
  });
  const key = first.searchParams.get('key');
  return {
    /** The first address, with the key. */
    first: first.href,
    url: `${first.origin}/`,
    port: Number(first.port),
    /** Asks the API as the page does. */
    ask: async path => (await fetch(`${first.origin}${path}`, { headers: { cookie: `unknot-${first.port}=${key}` } })).json(),
    kill: () => (child.kill('SIGKILL'), gone),
  };
}
