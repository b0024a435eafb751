// Listens to what a page should never say: errors, refusals of the policy, requests to others.
import assert from 'node:assert/strict';

export class Watch {
  #heard = [];
  #expected = [];

  constructor(context) {
    context.on('weberror', error => this.#heard.push(`error: ${error.error()?.message ?? error.error()}`));
    context.on('console', message => {
      // how fast the graphics card's driver is, is no complaint of the page
      if (message.text().includes('GL Driver Message (OpenGL, Performance')) return;
      if (['error', 'warning'].includes(message.type())) this.#heard.push(`${message.type()}: ${message.text()} ${message.location().url}`);
    });
    context.on('request', request => {
      const { protocol, hostname } = new URL(request.url());
      const ours = ['blob:', 'data:', 'about:'].includes(protocol) || hostname === '127.0.0.1';
      if (!ours) this.#heard.push(`asked another host: ${hostname}`);
    });
  }

  /** A plain file host has no records of ours; the browser says so once. */
  plainHost() {
    this.expect(/404 \(Not Found\).*\/api\/health/);
  }

  /** What matches is part of the story, such as a failed request while the server is gone. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  /** Nothing else was heard. */
  quiet() {
    const unexpected = this.#heard.filter(line => !this.#expected.some(pattern => pattern.test(line)));
    assert.deepEqual([...new Set(unexpected)], [], 'the page complains');
  }
}
