import WebSocket from 'ws';

/**
 * An open WebSocket.
 * @param {string} address http or https, as everywhere else
 * @param {(text: Buffer) => void} hear is given every message, the first one too
 */
export function open(address, headers, hear) {
  const socket = new WebSocket(address.replace(/^http/, 'ws'), { headers, perMessageDeflate: false });
  socket.on('message', hear);
  return new Promise((done, failed) => {
    socket.once('error', failed);
    socket.once('open', () => {
      // Whoever measures closes as they like.
      socket.off('error', failed).on('error', () => {});
      done(socket);
    });
  });
}
