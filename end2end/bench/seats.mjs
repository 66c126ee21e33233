import { Call } from './calls.mjs';
import { open } from './socket.mjs';

/** The words of the agents' socket that are used here: sandbox/src/threec/frames.rs has them all. */
const LOGIN = 1010003;
/** Both sides say it now and then; who does not is taken for gone. */
const PING = 11111111;
const SET_DEVICE = 1511242004;
const DEVICE_SET = 1511241004;
const RING = 1038;
const ANSWERED = 1039;
const ENDED = 1009;
/** Calls ring at a telephone beside the page, and not in it. */
const TELEPHONE = 2;

/** An agent's page at the pretend 3C: it hears of calls there, and tells Alo of them as pages do. */
export class Seat {
  #agent;
  #socket;
  #call;
  /** What it has begun to tell, one thing after the other. */
  #told = Promise.resolve();
  #rings;
  #ready;

  /**
   * Signs an agent in at their seat, as their page would, with a ticket of Alo's; their telephone takes what rings.
   * @param {import('./load.mjs').Client} agent
   * @param {(call: string) => void} rings is told of each call that begins, before Alo is
   */
  static async open(agent, rings) {
    const { service_address, token } = await agent.call('telephone/ticket', {});
    const seat = new Seat();
    seat.#agent = agent;
    seat.#rings = rings;
    const ready = new Promise((done, failed) => (seat.#ready = { done, failed }));
    seat.#socket = await open(`${service_address}/agent/websocket`, agent.headers, (text) => seat.#hear(JSON.parse(text)));
    seat.#say({ objectId: LOGIN, authenToken: token });
    await ready;
    return seat;
  }

  /** Until Alo knows all that was heard; fails when it did not take something. */
  async settled() {
    await this.#told;
  }

  close() {
    this.#socket.terminate();
  }

  #say(message) {
    this.#socket.send(JSON.stringify(message));
  }

  #hear({ objectId, callId, caller, line, errorCode }) {
    if (objectId === LOGIN && errorCode) this.#ready.failed(new Error(`a seat is refused: ${errorCode}`));
    if (objectId === LOGIN) this.#say({ objectId: SET_DEVICE, deviceType: TELEPHONE });
    if (objectId === PING) this.#say({ objectId: PING });
    if (objectId === DEVICE_SET) this.#ready.done();
    if (objectId === RING) {
      const call = (this.#call = new Call(caller, line, callId));
      this.#rings(call.id);
      this.#tell((agent) => call.begins(agent));
    }
    if (objectId === ANSWERED) this.#goesOn('agent_answered');
    if (objectId === ENDED) this.#goesOn('ended');
  }

  #goesOn(what) {
    const call = this.#call;
    this.#tell((agent) => call.goesOn(agent, what));
  }

  #tell(work) {
    this.#told = this.#told.then(() => work(this.#agent));
    // Whoever waits until all is told hears of a failure.
    this.#told.catch(() => {});
  }
}
