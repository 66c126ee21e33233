import { open } from './socket.mjs';

/** An open page that watches the floor: its live connection, and nothing else of it. */
export class Floor {
  #socket;
  #waiting = new Map();
  #follow;

  /**
   * Connects as the client's member, and asks to be told of the floor.
   * @param follow is told of every member that the floor shows anew, and when; without it only what is waited for is read
   */
  static async open(client, follow = undefined) {
    const floor = new Floor();
    floor.#follow = follow;
    floor.#socket = await open(`${client.server}/live`, client.headers, (text) => floor.#hear(text));
    floor.#socket.send(JSON.stringify({ ask: 'floor', on: true }));
    return floor;
  }

  /** The moment at which the floor shows a member in this call; `null` for out of any. */
  sees(member, call) {
    return new Promise((done) => this.#waiting.set(`${member} ${call}`, done));
  }

  close() {
    this.#socket.terminate();
  }

  #hear(text) {
    if (!this.#follow && this.#waiting.size === 0) return;
    const now = performance.now();
    const members = JSON.parse(text).filter(({ push }) => push === 'floor').flatMap((push) => push.members);
    for (const { member, call } of members) {
      this.#follow?.(member, call, now);
      const key = `${member.name} ${call?.id ?? null}`;
      this.#waiting.get(key)?.(now);
      this.#waiting.delete(key);
    }
  }
}
