// The WebAssembly half: a line `milliseconds hash` for each case, the least of some runs.
// node run.mjs FILE.wasm RUNS
import { readFileSync } from "node:fs";

const [file, runs] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(file));
const { cases, run } = instance.exports;
const count = cases();
for (let at = 0; at < count; at++) {
  let least = Infinity;
  let hash = 0n;
  for (let again = 0; again < Number(runs); again++) {
    const begun = performance.now();
    hash = BigInt.asUintN(64, run(at));
    least = Math.min(least, performance.now() - begun);
  }
  console.log(`${least.toFixed(4)} ${hash.toString(16).padStart(16, "0")}`);
}
