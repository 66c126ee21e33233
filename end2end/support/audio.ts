import { expect, type BrowserContext, type Page } from '@playwright/test';

/** What has come out of the line and gone into it since the call began. */
export interface Sound {
  /** Packets that came. */
  heardPackets: number;
  /** How loud they were, summed up over time. */
  heardEnergy: number;
  /** Packets that left. */
  saidPackets: number;
}

declare global {
  interface Window {
    connections?: RTCPeerConnection[];
  }
}

/** Keeps a list of all connections that pages and their frames make, so that they can be asked. */
export async function tap(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const Native = window.RTCPeerConnection;
    if (!Native) return;
    const connections: RTCPeerConnection[] = [];
    window.connections = connections;
    window.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    };
  });
}

/** Asks all live connections of a page. */
export async function sound(page: Page): Promise<Sound> {
  const each = await Promise.all(page.frames().map((frame) => frame.evaluate(inFrame).catch(() => null)));
  const total: Sound = { heardPackets: 0, heardEnergy: 0, saidPackets: 0 };
  for (const one of each) {
    if (!one) continue;
    total.heardPackets += one.heardPackets;
    total.heardEnergy += one.heardEnergy;
    total.saidPackets += one.saidPackets;
  }
  return total;
}

async function inFrame(): Promise<Sound> {
  const total: Sound = { heardPackets: 0, heardEnergy: 0, saidPackets: 0 };
  for (const connection of window.connections ?? []) {
    if (connection.connectionState === 'closed') continue;
    for (const report of (await connection.getStats()).values()) {
      if (report.type === 'inbound-rtp') {
        total.heardPackets += report.packetsReceived ?? 0;
        total.heardEnergy += report.totalAudioEnergy ?? 0;
      } else if (report.type === 'outbound-rtp') {
        total.saidPackets += report.packetsSent ?? 0;
      }
    }
  }
  return total;
}

/** Packets in half a second of speech: one every 20 ms. */
const HALF_A_SECOND = 25;
/** The pretend microphone beeps far above this; silence stays far below. */
const LOUD = 0.001;

/** Waits until both hear the other from now on. */
export async function talk(a: Page, b: Page): Promise<void> {
  await hears(a, 'the first');
  await hears(b, 'the second');
}

/** Waits until somebody hears something from now on. */
export async function hears(page: Page, who: string): Promise<void> {
  const before = await sound(page);
  const since = async () => {
    const now = await sound(page);
    return now.heardPackets - before.heardPackets >= HALF_A_SECOND && now.heardEnergy - before.heardEnergy > LOUD;
  };
  await expect.poll(since, { message: `${who} hears something`, intervals: [100] }).toBe(true);
}

/** Waits until half a second has passed at `clock`, in which `page` heard nothing. */
export async function hearsNothing(page: Page, clock: Page): Promise<void> {
  const quiet = async () => {
    const before = await sound(page);
    await packetsPass(clock);
    const after = await sound(page);
    return after.heardEnergy - before.heardEnergy;
  };
  await expect.poll(quiet, { message: 'heard energy', intervals: [50] }).toBeLessThan(LOUD / 10);
}

/** Waits until half a second of packets has left a page. */
async function packetsPass(page: Page): Promise<void> {
  const before = (await sound(page)).saidPackets;
  const passed = async () => (await sound(page)).saidPackets - before;
  await expect.poll(passed, { message: 'packets that left', intervals: [50] }).toBeGreaterThanOrEqual(HALF_A_SECOND);
}
