// State, the page's callbacks, and the SIP side (registration, ringing, sound).

var csVoice = {
  enableVoice: false,
  isHold: false,
  isMute: false,
  isCallout: false,
  callInfo: null, // {callId, phone, line, direction} of the call that is going on
  deviceType: 1,
  defaultDeviceType: 1,
};

// Where the scripts came from is where the service is.
var csApi = document.currentScript.src.replace(/\/js\/embed\/[^/]*$/, '');
var csAccount = null; // check-partner's answer
var csUa = null;
var csSession = null; // the SIP session of the call that is going on
var csWaiting = null; // a second call that rings while the first goes on
var csTransferRequest = null; // an offer of a colleague that waits for an answer

// A page's callback. An exception in it ends the handler that called it, as the vendor's scripts have it.
function csTell(name) {
  window[name].apply(window, Array.prototype.slice.call(arguments, 1));
}

// Runs a handler; whatever goes wrong inside is only written to the console.
function csGuard(handler) {
  return function () {
    try {
      return handler.apply(this, arguments);
    } catch (error) {
      if (localStorage.csDebug !== 'off') console.log('cs:', error);
    }
  };
}

var csMedia = {
  mediaConstraints: { audio: true, video: false },
  pcConfig: { iceServers: [], rtcpMuxPolicy: 'require' },
};

function csInBrowser() {
  return csVoice.deviceType === CS_DEVICE_BROWSER;
}

// Registers the browser as this agent's telephone, or takes it away, as voice and device have it.
function csRegister() {
  var wanted = csVoice.enableVoice && csInBrowser() && csAccount;
  if (wanted && !csUa) {
    csUa = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(csAccount.account.sip_socket)],
      uri: 'sip:' + csAccount.user.agent_id + '@' + csAccount.account.sip_server_url,
      password: 'agent',
      register_expires: 120,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 10,
    });
    csUa.on('newRTCSession', csGuard(csOnSession));
    csUa.start();
  } else if (!wanted && csUa) {
    var old = csUa;
    csUa = null;
    old.stop();
  }
}

function csOnSession(event) {
  var session = event.session;
  if (event.originator !== 'remote') return;
  if (csWaiting) {
    session.terminate({ status_code: 486 });
    return;
  }
  session.on('peerconnection', function (made) {
    csPlay(made.peerconnection);
  });
  var over = csGuard(function () {
    csOnSessionOver(session);
  });
  session.on('accepted', csGuard(csOnAccepted));
  session.on('ended', over);
  session.on('failed', over);
  if (csSession) {
    // What 3C's own script does here is not known; the document says of no callback that it comes only once. So the
    // page is told of the ring as of any other, and everything it can ask for goes to the first call as long as that
    // goes on.
    csWaiting = session;
    csTell('csCallRinging', session.remote_identity.uri.user);
    return;
  }
  csSession = session;
  if (csVoice.isCallout) {
    session.answer(csMedia); // the agent's own leg of a call out
    csTell('csCallRingingAgent');
  } else {
    csVoice.callInfo = Object.assign({ direction: 'in' }, csVoice.callInfo, { phone: session.remote_identity.uri.user });
    csTell('csCallRinging', session.remote_identity.uri.user);
  }
}

function csPlay(connection) {
  connection.addEventListener('track', function (event) {
    var video = document.getElementById('peer-video');
    if (!video) return;
    video.removeAttribute('src');
    video.srcObject = event.streams[0] || new MediaStream([event.track]);
    Promise.resolve(video.play()).catch(function () {});
  });
}

function csOnAccepted() {
  if (!csVoice.isCallout) csTell('csAcceptCall');
}

function csOnSessionOver(session) {
  if (session === csWaiting) {
    csWaiting = null;
    csTell('csEndCall'); // which call has ended it does not say
    return;
  }
  csSession = csWaiting;
  csWaiting = null;
  // what a call out ends with comes over the other socket, and may still be on its way
  if (!csVoice.isCallout) csForgetCall();
  if (csSession) csVoice.callInfo = { direction: 'in', phone: csSession.remote_identity.uri.user };
  csTell('csEndCall');
}

function csForgetCall() {
  csVoice.callInfo = null;
  csVoice.isHold = false;
  csVoice.isMute = false;
  csVoice.isCallout = false;
}
