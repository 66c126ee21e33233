//! Golden messages: what a deployed page sends and expects, letter by letter.

use super::*;

fn reads(text: &str) -> Option<Wish> {
    read(&serde_json::from_str(text).expect("JSON"))
}

fn writes(news: &News, expected: &[Value]) {
    assert_eq!(write("5001", news), expected, "{news:?}");
}

fn transfer() -> Transfer {
    Transfer { call: Some("20250901155817-VYVHFBXO-373".into()), from: "5001".into(), to: "5002".into() }
}

#[test]
fn every_message_of_a_page_is_understood() {
    let known = [
        (r#"{"objectId":2013,"status":"AVAILABLE"}"#, Wish::Available(true)),
        (r#"{"objectId":2013,"status":"NOT AVAILABLE"}"#, Wish::Available(false)),
        (r#"{"objectId":2032,"telephoneNumber":"0909000111"}"#, Wish::CallOut("0909000111".into())),
        (r#"{"objectId":2015}"#, Wish::Hold { on: true, direction: Direction::In }),
        (r#"{"objectId":2016}"#, Wish::Hold { on: false, direction: Direction::In }),
        (r#"{"objectId":2055}"#, Wish::Hold { on: true, direction: Direction::Out }),
        (r#"{"objectId":2056}"#, Wish::Hold { on: false, direction: Direction::Out }),
        (r#"{"objectId":2018}"#, Wish::Mute(true)),
        (r#"{"objectId":2017}"#, Wish::Mute(false)),
        (r#"{"objectId":2033}"#, Wish::End),
        (r#"{"objectId":2009}"#, Wish::End),
        (r#"{"objectId":2019}"#, Wish::End),
        (r#"{"objectId":1511232003}"#, Wish::TakeVoice),
        (r#"{"objectId":1511242004,"deviceType":2}"#, Wish::Device { device: Device(2), phone: None }),
        (
            r#"{"objectId":1511242004,"deviceType":3,"phoneNumber":"0931234567"}"#,
            Wish::Device { device: Device(3), phone: Some("0931234567".into()) },
        ),
        (r#"{"objectId":1410122081}"#, Wish::Colleagues),
        (r#"{"objectId":1410122076,"newAgentId":"5002"}"#, Wish::Transfer("5002".into())),
        (r#"{"objectId":1410121123,"status":"OK"}"#, Wish::AnswerTransfer(true)),
        (r#"{"objectId":1410121123,"status":"NOK"}"#, Wish::AnswerTransfer(false)),
        (r#"{"objectId":2052,"acdId":"cskh"}"#, Wish::TransferToQueue("cskh".into())),
    ];
    for (text, wish) in known {
        assert_eq!(reads(text), Some(wish), "{text}");
    }
    for text in
        [r#"{"objectId":11111111}"#, r#"{"objectId":42}"#, r#"{"objectId":"2013"}"#, r#"{"objectId":2032}"#, "7"]
    {
        assert_eq!(reads(text), None, "{text}");
    }
}

#[test]
fn a_page_signs_in() {
    assert_eq!(login_token(&json!({"objectId": 1_010_003, "authenToken": "abc"})), Some("abc"));
    assert_eq!(login_token(&json!({"objectId": 2013, "authenToken": "abc"})), None);
    let welcome = News::Welcome { status: Status::NoAnswer, voice: true, device: Device(2) };
    let frame = json!({"objectId": 1_010_003, "agentStatus": "NO ANSWER", "isVoiceChannel": 1, "deviceType": 2});
    writes(&welcome, &[frame]);
}

#[test]
fn a_call_rings_is_answered_and_ends() {
    let call = Some("20250901155817-VYVHFBXO-373".to_owned());
    let (caller, line, queue) = ("0909000111".into(), "19001000".into(), "CSKH".into());
    writes(
        &News::Ring(Ring { call: call.clone(), caller, line, queue }),
        &[json!({
            "objectId": 1038, "extension": "5001", "callId": "20250901155817-VYVHFBXO-373", "caller": "0909000111",
            "line": "19001000", "queueDescription": "CSKH", "callDirection": 1,
        })],
    );
    writes(&News::Answered(call.clone()), &[json!({"objectId": 1039, "extension": "5001", "callId": call})]);
    writes(&News::Ended(None), &[json!({"objectId": 1009, "extension": "5001", "callId": null})]);
    writes(&News::NoAnswer, &[json!({"objectId": 1020, "status": "NO ANSWER"})]);
}

#[test]
fn a_call_out_reports_each_status() {
    let statuses = [
        (Progress::Starting, "STARTING"),
        (Progress::Ringing, "RINGING"),
        (Progress::Answered, "ANSWER"),
        (Progress::Ended, "ENDCALL"),
        (Progress::Terminated, "TERMINATE"),
    ];
    for (progress, status) in statuses {
        let news = News::CallOut { progress, call: Some("a".into()), number: "0909000111".into() };
        let frame = json!({
            "objectId": 1055, "status": status, "callId": "a", "telephoneNumber": "0909000111", "ipphone": "5001",
            "extension": "5001",
        });
        writes(&news, &[frame]);
    }
    for (sip, code) in [(Some(486), json!(486)), (None, json!(""))] {
        let progress = Progress::Failed("IPCC_NOT_CONNECT_CUSTOMER", sip);
        let frame = json!({
            "objectId": 1055, "status": "ERROR", "callId": null, "telephoneNumber": "0909000186", "ipphone": "5001",
            "extension": "5001", "errorCode": "IPCC_NOT_CONNECT_CUSTOMER", "sipCode": code,
        });
        writes(&News::CallOut { progress, call: None, number: "0909000186".into() }, &[frame]);
    }
}

#[test]
fn replies_carry_the_number_that_belongs_to_the_request() {
    let held = |on, direction, done| News::Held { on, direction, done };
    writes(&held(true, Direction::In, true), &[json!({"objectId": 1029, "status": "OK"})]);
    writes(&held(false, Direction::In, true), &[json!({"objectId": 1028, "status": "OK"})]);
    writes(&held(true, Direction::Out, false), &[json!({"objectId": 1084, "status": "IPCCERR0000"})]);
    writes(&held(false, Direction::Out, true), &[json!({"objectId": 1085, "status": "OK"})]);
    writes(&News::Muted(true), &[json!({"objectId": 1030})]);
    writes(&News::Muted(false), &[json!({"objectId": 1031})]);
    writes(&News::StatusSet, &[json!({"objectId": 1027, "status": "OK"})]);
    writes(&News::QueueTransfer(false), &[json!({"objectId": 1116, "status": "NOK"})]);
    let device = News::DeviceSet { old: Device(1), new: Device(3) };
    writes(&device, &[json!({"objectId": 1_511_241_004_u64, "result": 1, "oldDeviceType": 1, "newDeviceType": 3})]);
}

#[test]
fn the_voice_is_given_and_taken() {
    writes(
        &News::VoiceTaken(Device::BROWSER),
        &[
            json!({"objectId": 1_511_231_003_u64, "result": 1}),
            json!({"objectId": 1_511_231_001_u64, "result": 1, "deviceType": 1}),
        ],
    );
    writes(&News::VoiceRefused, &[json!({"objectId": 1_511_231_003_u64, "result": 0})]);
    writes(&News::VoiceLost, &[json!({"objectId": 1_511_231_002_u64})]);
}

#[test]
fn a_transfer_is_offered_answered_and_done() {
    let call = "20250901155817-VYVHFBXO-373";
    let offer = json!({"objectId": 1_410_122_076_u64, "callId": call, "dropAgentId": "5001", "newAgentId": "5002"});
    writes(&News::TransferOffered(transfer()), &[offer]);
    let answer = json!({
        "objectId": 1_410_121_123_u64, "callId": call, "dropAgentId": "5001", "newAgentId": "5002", "status": "NOK",
    });
    writes(&News::TransferAnswered { transfer: transfer(), accepted: false }, &[answer]);
    let result = json!({
        "objectId": 1_410_121_119_u64, "callId": call, "status": "NOK", "dropAgent": "5001", "newAgent": "5002",
        "errorCode": "TRANSFER_CALL_FAILED",
    });
    writes(&News::Transferred { transfer: transfer(), error: Some("TRANSFER_CALL_FAILED") }, &[result]);
}
