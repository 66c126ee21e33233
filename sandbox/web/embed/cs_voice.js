// What a page can call, and what the agents' socket says.

function csInit(token, domain) {
  csToken = token;
  csClosing = false;
  csRetries = 0;
  var query = '?authToken=' + encodeURIComponent(token) + '&domain=' + encodeURIComponent(domain);
  fetch(csApi + '/api/login/check-partner' + query)
    .then(function (response) {
      return response.json();
    })
    .then(
      csGuard(function (answer) {
        if (answer.code !== 200) {
          csTell('csInitError', answer.code);
          return;
        }
        csAccount = answer;
        csConnect();
      }),
      csGuard(function () {
        csTell('csInitError'); // no answer, and no code for it
      }),
    );
}

function csEnableCall() {
  csSend({ objectId: CS_ID.TAKE_VOICE });
}

function changeCallStatus() {
  var before = csVoice.status;
  csVoice.statusBefore = before;
  csVoice.status = before === 'Online' ? 'Offline' : 'Online';
  csSend({ objectId: CS_ID.SET_STATUS, status: csVoice.status === 'Online' ? 'AVAILABLE' : 'NOT AVAILABLE' });
  csTell('csShowCallStatus', csVoice.status); // before the answer
}

function csCallout(number) {
  if (!csVoice.enableVoice || csVoice.isCallout || csSession) return;
  if (typeof number !== 'string' || !CS_CALLABLE.test(number) || CS_IGNORED.test(number)) return;
  csVoice.isCallout = true;
  csVoice.callInfo = { callId: null, phone: number, line: null, direction: 'out' };
  csSend({ objectId: CS_ID.CALL_OUT, telephoneNumber: number });
  csTell('showCalloutInfo', number);
}

function onAcceptCall() {
  if (csSession && csSession.direction === 'incoming' && !csSession.isEstablished()) csSession.answer(csMedia);
}

function endCall() {
  if (csInBrowser()) {
    if (csSession) csSession.terminate();
    else if (csVoice.isCallout) csSend({ objectId: CS_ID.END_OUT });
    return;
  }
  if (csVoice.isHold) return;
  csSend({ objectId: csVoice.isCallout ? CS_ID.END_OUT : CS_ID.END_IN });
}

function holdCall() {
  var ids = csVoice.isCallout ? [CS_ID.HOLD_OUT, CS_ID.UNHOLD_OUT] : [CS_ID.HOLD_IN, CS_ID.UNHOLD_IN];
  csSend({ objectId: csVoice.isHold ? ids[1] : ids[0] });
}

function muteCall() {
  if (csVoice.isCallout) {
    alert('Không thể tắt tiếng cuộc gọi ra');
    return;
  }
  csSend({ objectId: csVoice.isMute ? CS_ID.UNMUTE : CS_ID.MUTE });
}

function changeDevice(type, phone) {
  if (csInBrowser() && Number(type) !== CS_DEVICE_BROWSER && csSession) csSession.terminate();
  csSend({ objectId: CS_ID.SET_DEVICE, deviceType: Number(type), phoneNumber: phone || '' });
}

function reConfigDeviceType() {
  csSend({ objectId: CS_ID.SET_DEVICE, deviceType: csVoice.defaultDeviceType });
}

function csUnregister() {
  if (csUa) csUa.unregister();
}

function getTransferAgent() {
  if (csVoice.callInfo && !csVoice.isCallout) csSend({ objectId: CS_ID.SEARCH_AGENTS });
}

function csTransferCallAgent(ipphone) {
  if (!ipphone) csTell('csTransferCallError', 'NOT_CHOOSE_TYPE_TRANSFER', null);
  else if (!csVoice.callInfo) csTell('csTransferCallError', 'NOT_IN_A_CALL', null);
  else csSend({ objectId: CS_ID.TRANSFER, callId: csVoice.callInfo.callId, newAgentId: String(ipphone) });
}

function csTransferCallAcd(queueId) {
  if (!queueId) csTell('csTransferCallError', 'NOT_CHOOSE_TYPE_TRANSFER', null);
  else if (!csVoice.callInfo) csTell('csTransferCallError', 'NOT_IN_A_CALL', null);
  else csSend({ objectId: CS_ID.TRANSFER_ACD, acdId: String(queueId) });
}

function responseTransferAgent(action) {
  var request = csTransferRequest;
  if (!request) return;
  clearTimeout(request.timer);
  csTransferRequest = null;
  csSend(Object.assign({ objectId: CS_ID.TRANSFER_ANSWER, status: Number(action) === 1 ? 'OK' : 'NOK' }, request.call));
}

function sendDTMF(digit) {
  if (csSession && csSession.isEstablished()) csSession.sendDTMF(String(digit));
}

function getCurrentCallId() {
  return csVoice.callInfo ? csVoice.callInfo.callId : null;
}

function getHotline() {
  return csVoice.callInfo ? csVoice.callInfo.line : null;
}

// ---- what the socket says

function csOnMessage(message) {
  var handler = CS_HANDLERS[message.objectId];
  if (handler) handler(message);
}

var CS_HANDLERS = {};

CS_HANDLERS[CS_ID.LOGIN] = function (message) {
  if (message.errorCode) {
    csClosing = true;
    csTell('csInitError', message.errorCode);
    return;
  }
  csRetries = 0;
  csVoice.status = CS_STATUS_WORDS[message.agentStatus];
  csVoice.enableVoice = message.isVoiceChannel === 1;
  csVoice.deviceType = message.deviceType;
  if (!csSignedIn) csVoice.defaultDeviceType = message.deviceType;
  csSignedIn = true;
  csRegister();
  csTell('csShowCallStatus', csVoice.status);
  csTell('csShowEnableVoice', csVoice.enableVoice);
  csTell('csShowDeviceType', csVoice.deviceType);
  csTell('csInitComplete');
};

CS_HANDLERS[CS_ID.STATUS_SET] = function (message) {
  if (message.status === 'OK') return;
  csVoice.status = csVoice.statusBefore;
  csTell('csShowCallStatus', csVoice.status);
};

CS_HANDLERS[CS_ID.NO_ANSWER] = function (message) {
  csVoice.status = CS_STATUS_WORDS[message.status];
  csTell('csShowCallStatus', csVoice.status);
};

CS_HANDLERS[CS_ID.VOICE_ON] = function () {
  csVoice.enableVoice = true;
  csRegister();
  csTell('csShowEnableVoice', true);
};

CS_HANDLERS[CS_ID.VOICE_OFF] = function () {
  csVoice.enableVoice = false;
  csTell('csShowEnableVoice', false);
  if (csSession) csSession.terminate();
  csRegister();
};

CS_HANDLERS[CS_ID.DEVICE_SET] = function (message) {
  if (message.result !== 1) return;
  csVoice.deviceType = message.newDeviceType;
  csRegister();
  csTell('csShowDeviceType', csVoice.deviceType);
};

function csNameCall(message) {
  if (!message.callId) return;
  csVoice.callInfo = Object.assign({}, csVoice.callInfo, { callId: message.callId, line: message.line || null });
  csTell('csCurrentCallId', message.callId);
}

// On a browser the telephone itself rings, is answered and ends; elsewhere these messages are all there is.
CS_HANDLERS[CS_ID.RING] = function (message) {
  if (csSession && csSession.isEstablished()) {
    if (message.callId) csTell('csCurrentCallId', message.callId); // of a second call: the first keeps its name
    return;
  }
  csVoice.callInfo = Object.assign({ phone: message.caller, direction: 'in' }, csVoice.callInfo, { line: message.line });
  csNameCall(message);
  if (!csInBrowser()) csTell('csCallRinging', message.caller);
};

CS_HANDLERS[CS_ID.ANSWERED] = function () {
  if (!csInBrowser()) csTell('csAcceptCall');
};

CS_HANDLERS[CS_ID.ENDED] = function () {
  if (!csInBrowser()) {
    csForgetCall();
    csTell('csEndCall');
  } else if (!csSession) {
    csForgetCall();
  }
};

CS_HANDLERS[CS_ID.CALL_OUT_STATUS] = function (message) {
  switch (message.status) {
    case 'RINGING':
      if (!csInBrowser()) csTell('showCalloutInfo', message.telephoneNumber);
      csNameCall(message);
      csTell('csCallRinging', message.telephoneNumber);
      break;
    case 'ANSWER':
      csTell('csCustomerAccept');
      break;
    case 'ERROR':
      csOnCalloutError(message);
      break;
    case 'ENDCALL':
    case 'TERMINATE':
      csForgetCall();
      if (!csInBrowser()) csTell('csEndCall');
      break;
  }
};

function csOnCalloutError(message) {
  if (message.callId) csVoice.callInfo = Object.assign({}, csVoice.callInfo, { callId: message.callId });
  try {
    csTell('showCalloutError', message.errorCode, message.sipCode); // the call's name can be read in here, not after
  } finally {
    csForgetCall();
  }
}

CS_HANDLERS[CS_ID.HELD_IN] = CS_HANDLERS[CS_ID.HELD_OUT] = function (message) {
  if (message.status === 'OK') csVoice.isHold = true;
  csTell('csHoldCall'); // even when it was not done
};

CS_HANDLERS[CS_ID.UNHELD_IN] = CS_HANDLERS[CS_ID.UNHELD_OUT] = function (message) {
  if (message.status === 'OK') csVoice.isHold = false;
  csTell('csUnHoldCall'); // even when it was not done
};

CS_HANDLERS[CS_ID.MUTED] = function () {
  csVoice.isMute = true;
  csTell('csMuteCall');
};

CS_HANDLERS[CS_ID.UNMUTED] = function () {
  csVoice.isMute = false;
  csTell('csUnMuteCall');
};

CS_HANDLERS[CS_ID.AGENTS] = function (message) {
  csTell('csListTransferAgent', message.listAgentSearch);
};

CS_HANDLERS[CS_ID.TRANSFER] = function (message) {
  var call = { callId: message.callId, dropAgentId: message.dropAgentId, newAgentId: message.newAgentId };
  var timer = setTimeout(function () {
    responseTransferAgent(0);
  }, CS_TRANSFER_ANSWER_MS);
  csTransferRequest = { call: call, timer: timer };
  csTell('csNewCallTransferRequest', call);
};

CS_HANDLERS[CS_ID.TRANSFER_ANSWER] = CS_HANDLERS[CS_ID.TRANSFER_ACD_REPLY] = function (message) {
  csTell('csTransferCallResponse', message.status);
};

CS_HANDLERS[CS_ID.TRANSFER_RESULT] = function (message) {
  var info = { superAgent: message.dropAgent, ipphone: message.newAgent };
  if (message.status === 'OK') csTell('csTransferCallSuccess', info);
  else csTell('csTransferCallError', message.errorCode || 'TRANSFER_CALL_FAILED', info);
};
