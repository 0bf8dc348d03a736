use super::*;
use crate::json::parse_once;

fn event(event: &str) -> Option<Event> {
    let entry = format!(r#"{{"at":"","operator":"","witness":null,"event":{event},"parts":{{}}}}"#);
    parse_once::<Entry>("x", entry.as_bytes()).ok().map(|entry| entry.event)
}

#[test]
fn an_entry_an_event_and_a_tray_are_objects() {
    assert!(parse_once::<Entry>("x", br#"["","",null,{"act":"session-created"},{}]"#).is_err());
    assert_eq!(event(r#"{"act":"suspended","round":1}"#), Some(Event::Suspended { round: RoundNumber(1) }));
    assert_eq!(event(r#"["suspended",1]"#), None);
    assert_eq!(event(r#"["any"]"#), None);
    let closed = |tray: &str| {
        let text =
            format!(r#"{{"act":"poll-closed","round":1,"issued":1,"collected":1,"tray":{tray},"root":""}}"#);
        event(&text)
    };
    assert!(matches!(closed(r#"{"slips":1,"paper":0}"#), Some(Event::PollClosed { missing: 0, .. })));
    assert_eq!(closed("[1,0]"), None);
}

#[test]
fn what_is_not_known_of_an_event_is_not_looked_at() {
    assert_eq!(event(r#"{"act":"any","round":"x","note":[{}]}"#), Some(Event::Other));
    let created = Some(Event::SessionCreated { training: None });
    assert_eq!(event(r#"{"note":{"act":1},"act":"session-created"}"#), created);
    assert_eq!(event(r#"{"act":"session-created","training":{"x":1}}"#), created);
    assert_eq!(event(r#"{"round":1}"#), None);
    assert_eq!(event(r#"{"act":0}"#), None);
}
