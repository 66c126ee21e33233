import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

/** An open page that watches the floor: its live connection, and nothing else of it. */
export class Floor {
  #socket;
  #rest = Buffer.alloc(0);
  #waiting = new Map();
  #follow;

  /**
   * Connects as the client's member, and asks to be told of the floor.
   * @param follow is told of every member that the floor shows anew, and when; without it only what is waited for is read
   */
  static async open(client, follow = undefined) {
    const floor = new Floor();
    floor.#follow = follow;
    floor.#socket = await upgrade(client);
    floor.#socket.on('data', (bytes) => floor.#take(bytes));
    // A page of a measurement may come and go as it likes.
    floor.#socket.on('error', () => {});
    floor.#say({ ask: 'floor', on: true });
    return floor;
  }

  /** The moment at which the floor shows a member in this call; `null` for out of any. */
  sees(member, call) {
    return new Promise((done) => this.#waiting.set(`${member} ${call}`, done));
  }

  close() {
    this.#socket.destroy();
  }

  /** A frame of text; masked, as a page's must be, with a mask of zeros. */
  #say(message) {
    const text = Buffer.from(JSON.stringify(message));
    this.#socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), text]));
  }

  #take(bytes) {
    if (!this.#follow && this.#waiting.size === 0 && this.#rest.length === 0 && whole(bytes)) return;
    const now = performance.now();
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (let frame = cut(this.#rest); frame; frame = cut(this.#rest)) {
      this.#rest = frame.rest;
      if (frame.kind === 1) this.#hear(JSON.parse(frame.text), now);
    }
  }

  #hear(pushes, now) {
    const members = pushes.filter(({ push }) => push === 'floor').flatMap((push) => push.members);
    for (const { member, call } of members) {
      this.#follow?.(member, call, now);
      const key = `${member.name} ${call?.id ?? null}`;
      this.#waiting.get(key)?.(now);
      this.#waiting.delete(key);
    }
  }
}

/** Whether these bytes end where a frame does: then nothing of them need be kept. */
function whole(bytes) {
  let rest = bytes;
  for (let frame = cut(rest); frame; frame = cut(rest)) rest = frame.rest;
  return rest.length === 0;
}

/** The first whole frame of these bytes, and what follows it. */
function cut(bytes) {
  if (bytes.length < 2) return null;
  const short = bytes[1] & 0x7f;
  const head = { 126: 4, 127: 10 }[short] ?? 2;
  if (bytes.length < head) return null;
  const length = { 126: () => bytes.readUInt16BE(2), 127: () => Number(bytes.readBigUInt64BE(2)) }[short]?.() ?? short;
  if (bytes.length < head + length) return null;
  const text = bytes.subarray(head, head + length).toString();
  return { kind: bytes[0] & 0x0f, text, rest: bytes.subarray(head + length) };
}

function upgrade(client) {
  const headers = {
    ...client.headers,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  };
  return new Promise((done, failed) => {
    const asked = request(new URL('/live', client.server), { headers });
    asked.on('upgrade', (_, socket) => done(socket));
    asked.on('response', ({ statusCode }) => failed(new Error(`/live: ${statusCode}`)));
    asked.on('error', failed);
    asked.end();
  });
}
