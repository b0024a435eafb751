// The same ranking from two machines: the app's rooms as WebAssembly in the browser, and the command line.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { built } from './host.mjs';

const bitsOf = number => new BigUint64Array(Float64Array.of(number).buffer)[0].toString(16).padStart(16, '0');

/** What the rooms make of a copy of the records in this page's browser, as lines `source side bits`. */
export async function inBrowser(page, copy) {
  const files = built();
  const guide = [...files].find(([name]) => /^guide-.*\.bin$/.test(name))[1];
  const wasm = readFileSync(process.env.UNKNOT_SAME);
  // as text: the page's policy lets nothing be fetched for a test
  const given = { wasm: wasm.toString('base64'), guide: guide.toString('base64'), copy: Buffer.from(copy).toString('base64'), now: Date.now() };
  return page.evaluate(async ({ wasm, guide, copy, now }) => {
    const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    const { instance } = await WebAssembly.instantiate(bytes(wasm));
    const same = instance.exports;
    bytes(guide).forEach(byte => same.guide(byte));
    bytes(copy).forEach(byte => same.copy(byte));
    const name = rank => {
      let text = '';
      for (let at = 0, byte; (byte = same.name(rank, at)); at++) text += String.fromCharCode(byte);
      return text;
    };
    const hex = bits => BigInt.asUintN(64, bits).toString(16).padStart(16, '0');
    return Array.from({ length: same.rank(now) }, (_, rank) => `${name(rank)} ${hex(same.bits(rank))}`);
  }, given);
}

/** What the command line makes of a case, as `{ lines, shares }`. */
export function onCommandLine(told) {
  const args = ['assess', '-', '--json'];
  const answer = JSON.parse(execFileSync(process.env.UNKNOT_BIN, args, { input: JSON.stringify(told), encoding: 'utf8' }));
  const lines = answer.sources.map(({ id, side, probability }) => `${id} ${side} ${bitsOf(probability)}`);
  return { lines, shares: answer.sources.map(source => source.probability) };
}

/** The case that records add up to, written by hand from what they say: no code of the program takes part. */
export function caseOf(copy) {
  const { records } = JSON.parse(copy);
  const told = { person: {}, gate: {}, pain: [], answers: [], presses: [] };
  for (const record of records) {
    if (record.kind === 'person') told.person = { age: record.age, sex: record.sex };
    if (record.kind === 'began') told.onset_days = record.days;
    if (record.kind === 'ask') told.gate[record.ask] = record.reply;
    if (record.kind === 'cautions') told.cautions = [...(told.cautions ?? []), ...record.held];
    if (record.kind === 'drawing') [told.pain, told.pain_by] = [record.places, record.by];
    if (record.kind === 'answer') answered(told.answers, record);
    if (record.kind === 'press') told.presses.push(pick(record, ['source', 'side', 'tenderness', 'familiar']));
    if (record.kind === 'control') told.presses.push({ control: record.place, ...pick(record, ['tenderness', 'familiar']) });
  }
  return told;
}

// The last answer to a question counts.
function answered(answers, { question, side, reply }) {
  const at = answers.findIndex(one => one.question === question && one.side === side);
  const answer = { question, side, answer: reply };
  if (at < 0) answers.push(answer);
  else answers[at] = answer;
}

const pick = (record, keys) => Object.fromEntries(keys.map(key => [key, record[key]]));
