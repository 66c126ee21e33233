/** Debian's Chromium as it is made to run without a window, which takes a fifth less time; without background traffic. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A tab that is not looked at keeps its timers and its sound: several people work in one test.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell';

/** With a pretend microphone that beeps, and a user who always allows it. */
export const chromium = {
  executablePath,
  args: [...quiet, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
};

/** The browser as people have it, and one process: the other is begun by a script, so killing what was begun leaves it alive. */
export const wholeChromium = { ...chromium, executablePath: '/usr/bin/chromium' };

/** With a microphone that nobody allows. */
export const chromiumWithoutMicrophone = {
  executablePath,
  args: [...quiet, '--use-fake-device-for-media-stream', '--deny-permission-prompts'],
};
