// The agents' socket: opened, kept alive, opened again.

var csSocket = null;
var csToken = null;
var csSignedIn = false; // ever, on this page
var csRetries = 0;
var csClosing = false;
var csPinger = null;

function csRetryDelay() {
  return window.csReconnectMs || 10000;
}

function csRetryTotal() {
  return window.csReconnectTotal || 10;
}

function csConnect() {
  var secure = /^wss:/.test(csAccount.account.sip_socket) || /^https:/.test(csApi);
  var socket = new WebSocket((secure ? 'wss://' : 'ws://') + csAccount.account.agent_server_url + '/websocket');
  csSocket = socket;
  socket.onopen = csGuard(function () {
    csSend({ objectId: CS_ID.LOGIN, authenToken: csToken });
  });
  socket.onmessage = csGuard(function (message) {
    csOnMessage(JSON.parse(message.data));
  });
  socket.onclose = csGuard(function () {
    clearInterval(csPinger);
    if (csSocket === socket && !csClosing) csRetryLater();
  });
  clearInterval(csPinger);
  csPinger = setInterval(function () {
    csSend({ objectId: CS_ID.PING });
  }, CS_PING_MS);
}

function csRetryLater() {
  if (csRetries >= csRetryTotal()) {
    csTell('csOndisconnected');
    return;
  }
  csRetries += 1;
  setTimeout(csConnect, csRetryDelay());
  csTell('csNotifyReconnecting', csRetries, csRetryTotal());
}

// Every message names the agent. What is sent while the socket is down is lost.
function csSend(message) {
  if (!csSocket || csSocket.readyState !== WebSocket.OPEN) return;
  var agent = csAccount.user.agent_id;
  csSocket.send(JSON.stringify(Object.assign({ agentId: agent, extension: agent }, message)));
}
