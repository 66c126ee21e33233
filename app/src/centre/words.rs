//! The contact centre in the viewer's words: its things, what they consist of, and what is wrong with them.

use crate::texts::t;
use domain::centre::{
    Action, Answers, Centre, Digits, Flaw, Kind, Online, Part, Press, Rank, Ref, Schedule, Severity, Thing, Value,
};
use domain::ids::NodeId;
use domain::phone::Number;
use domain::reach::RingsAt;

/// Where names are looked up: in the first set-up that has the thing.
#[derive(Clone, Copy)]
pub(crate) struct Book<'a>(pub(crate) &'a [&'a Centre]);

impl Book<'_> {
    /// The thing that is called this.
    pub(crate) fn thing(&self, at: &Ref) -> Option<&Thing> {
        self.0.iter().find_map(|centre| centre.get(at))
    }

    /// What people call a thing.
    pub(crate) fn name(&self, at: &Ref) -> String {
        match at {
            Ref::Key { node, press, .. } => {
                let node = self.name(&Ref::Node(node.clone()));
                (t().centre.parts.at_node)(&key(*press), &node)
            }
            Ref::Hotline(number) => self.hotline(number),
            Ref::Blocked(number) => grouped(number),
            Ref::Member { seat, .. } => self.name(&Ref::Agent(seat.clone())),
            Ref::Route { group, .. } => self.name(&Ref::Group(group.clone())),
            Ref::Root(menu) => self.name(&Ref::Menu(menu.clone())),
            Ref::Sip(user) => user.clone(),
            Ref::Settings => String::new(),
            Ref::Group(_) | Ref::Agent(_) | Ref::Queue(_) | Ref::Menu(_) | Ref::Node(_) => {
                let named = self.thing(at).map(own_name).filter(|name| !name.is_empty());
                named.unwrap_or_else(|| t().centre.parts.gone.to_owned())
            }
        }
    }

    /// The thing on whose page this stands.
    pub(crate) fn whole(&self, at: &Ref) -> Ref {
        let of_node = |node: &NodeId| match self.thing(&Ref::Node(node.clone())) {
            Some(Thing::Node(node)) => Ref::Menu(node.menu.clone()),
            _ => at.clone(),
        };
        match at {
            Ref::Member { group, .. } => Ref::Group(group.clone()),
            Ref::Route { queue, .. } => Ref::Queue(queue.clone()),
            Ref::Node(node) | Ref::Key { node, .. } => of_node(node),
            Ref::Root(menu) => Ref::Menu(menu.clone()),
            whole => whole.clone(),
        }
    }

    /// One of our numbers: as people call it, and as it is read.
    fn hotline(&self, number: &Digits) -> String {
        let name = self.thing(&Ref::Hotline(number.clone())).map(own_name).unwrap_or_default();
        let read = grouped(number);
        if name.is_empty() { read } else { format!("{name} ({read})") }
    }

    /// What it is, and what people call it.
    pub(crate) fn titled(&self, at: &Ref) -> String {
        let name = self.name(at);
        if name.is_empty() || matches!(at, Ref::Key { .. }) {
            return if name.is_empty() { kind(at.kind()).to_owned() } else { name };
        }
        (t().centre.parts.titled)(kind(at.kind()), &name)
    }

    /// The same in the middle of a sentence.
    pub(crate) fn titled_within(&self, at: &Ref) -> String {
        let titled = self.titled(at);
        let mut letters = titled.chars();
        letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
    }
}

/// The name that a thing has by itself.
fn own_name(thing: &Thing) -> String {
    match thing {
        Thing::Group(it) => it.name.clone(),
        Thing::Agent(it) => it.name.clone(),
        Thing::Queue(it) => it.name.clone(),
        Thing::Menu(it) => it.name.clone(),
        Thing::Node(it) => it.name.clone(),
        Thing::Hotline(it) => it.name.clone(),
        _ => String::new(),
    }
}

/// A number as people read it.
pub(crate) fn grouped(number: &Digits) -> String {
    Number::from_stored(number.dialled()).grouped()
}

/// What sort of thing.
pub(crate) fn kind(kind: Kind) -> &'static str {
    let words = &t().centre.parts;
    match kind {
        Kind::Group => words.group,
        Kind::Agent => words.agent,
        Kind::Member => words.member,
        Kind::Queue => words.queue,
        Kind::Route => words.route,
        Kind::Menu => words.menu,
        Kind::Node => words.node,
        Kind::Root => words.root,
        Kind::Key => words.key,
        Kind::Hotline => words.hotline,
        Kind::Sip => words.sip,
        Kind::Blocked => words.blocked,
        Kind::Settings => words.settings,
    }
}

/// A part of a thing, as its field is called.
pub(crate) fn part(part: Part) -> &'static str {
    let words = &t().centre.parts;
    match part {
        Part::Number => words.number,
        Part::Seat => words.seat,
        Part::User => words.user,
        Part::Name => words.name,
        Part::RingsAt => words.rings_at,
        Part::Phone => words.phone,
        Part::Member => words.member,
        Part::Records => words.records,
        Part::WrapsUp => words.wraps_up,
        Part::WrapUpSeconds => words.wrap_up_seconds,
        Part::Schedule => words.schedule,
        Part::AnswerSeconds => words.answer_seconds,
        Part::WaitingSound => words.waiting_sound,
        Part::HoldSound => words.hold_sound,
        Part::CallerId => words.caller_id,
        Part::Asks => words.asks,
        Part::Online => words.online,
        Part::Group => words.group,
        Part::Rank => words.rank,
        Part::Root => words.root,
        Part::Text => words.text,
        Part::File => words.file,
        Part::Voice => words.voice,
        Part::Speed => words.speed,
        Part::BargeIn => words.barge_in,
        Part::Loops => words.loops,
        Part::Pause => words.pause,
        Part::WaitSeconds => words.wait_seconds,
        Part::Press => words.key,
        Part::Action => words.action,
        Part::CallsOut => words.calls_out,
        Part::RecordsCallsOut => words.records_calls_out,
        Part::Answers => words.answers,
        Part::Menu => words.menu,
        Part::Queue => words.queue,
        Part::Next => words.next,
        Part::Forward => words.forward,
        Part::Extension => words.extension,
        Part::InMenus => words.in_menus,
        Part::InQueues => words.in_queues,
        Part::CustomerAddress => words.customer_address,
        Part::CustomerWait => words.customer_wait,
        Part::EventsAddress => words.events_address,
        Part::CalloutAddress => words.callout_address,
    }
}

/// What a part is.
pub(crate) fn value(value: &Value, book: Book<'_>) -> String {
    let words = &t().centre.parts;
    match value {
        Value::Nothing => words.nothing.to_owned(),
        Value::Text(text) if text.is_empty() => words.nothing.to_owned(),
        Value::Text(text) => text.clone(),
        Value::Flag(true) => words.yes.to_owned(),
        Value::Flag(false) => words.no.to_owned(),
        Value::Count(count) => count.to_string(),
        Value::Seconds(seconds) => (words.seconds)(*seconds),
        Value::Millis(millis) => (words.millis)(*millis),
        Value::Number(number) => grouped(number),
        Value::Thing(at) => book.name(at),
        Value::RingsAt(at) => rings_at(*at).to_owned(),
        Value::Schedule(when) => schedule(*when).to_owned(),
        Value::Online(what) => online(*what).to_owned(),
        Value::Rank(which) => rank(*which).to_owned(),
        Value::Answers(with) => answers(*with).to_owned(),
        Value::Action(what) => action(what, book),
    }
}

/// Words that begin a line.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Where an agent is rung.
pub(crate) fn rings_at(at: RingsAt) -> &'static str {
    let words = &t().centre.parts;
    match at {
        RingsAt::Anywhere => words.rings_anywhere,
        RingsAt::Number => words.rings_number,
        RingsAt::App => words.rings_app,
        RingsAt::DeskPhone => words.rings_desk_phone,
    }
}

/// When a queue takes calls.
pub(crate) fn schedule(when: Schedule) -> &'static str {
    match when {
        Schedule::Always => t().centre.parts.always,
        Schedule::BusinessHours => t().centre.parts.business_hours,
    }
}

/// What counts as being there.
pub(crate) fn online(what: Online) -> &'static str {
    match what {
        Online::App => t().centre.parts.online_app,
        Online::AppOrSip => t().centre.parts.online_app_or_sip,
    }
}

/// Whose turn it is when.
pub(crate) fn rank(rank: Rank) -> &'static str {
    match rank {
        Rank::Primary => t().centre.parts.primary,
        Rank::Secondary => t().centre.parts.secondary,
    }
}

/// With what a number answers.
pub(crate) fn answers(with: Answers) -> &'static str {
    match with {
        Answers::Menu => t().centre.parts.menu,
        Answers::Queue => t().centre.parts.queue,
    }
}

/// What a caller does.
pub(crate) fn key(press: Press) -> String {
    let words = &t().centre.parts;
    match (press, press.key()) {
        (_, Some(key)) => (words.key_named)(key),
        (Press::Nothing, None) => words.no_key.to_owned(),
        (_, None) => words.other_key.to_owned(),
    }
}

/// Where a key leads.
pub(crate) fn action(action: &Action, book: Book<'_>) -> String {
    let words = &t().centre.parts;
    match action {
        Action::Queue { queue } => (words.to_queue)(&book.name(&Ref::Queue(queue.clone()))),
        Action::Forward { to, caller_id } => {
            let shown = caller_id.as_ref().map_or_else(|| words.nothing.to_owned(), grouped);
            (words.to_number)(&grouped(to), &shown)
        }
        Action::Next { node } => (words.to_node)(&book.name(&Ref::Node(node.clone()))),
        Action::Stop => words.ends.to_owned(),
        Action::Unknown { code } => (words.unknown_action)(*code),
    }
}

/// How bad it is.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => t().centre.flaws.error,
        Severity::Warning => t().centre.flaws.warning,
    }
}

/// What is wrong, and what to do about it.
pub(crate) fn flaw(flaw: &Flaw, book: Book<'_>) -> String {
    let words = &t().centre.flaws;
    match flaw {
        Flaw::Missing { to } => (words.missing)(&book.titled_within(to)),
        Flaw::NoSuchFile { file } => (words.no_such_file)(file),
        Flaw::NoWayOut { nodes } => {
            let names: Vec<String> = nodes.iter().map(|node| book.name(&Ref::Node(node.clone()))).collect();
            (words.no_way_out)(&names.join(", "))
        }
        Flaw::KeyTwice { press } => (words.key_twice)(&key(*press)),
        Flaw::NotOurCallerId { number } => (words.not_our_caller_id)(&grouped(number)),
        Flaw::ForwardsToUs { number } => (words.forwards_to_us)(&grouped(number)),
        Flaw::NoCallerIdFor { seat } => (words.no_caller_id_for)(&book.name(&Ref::Agent(seat.clone()))),
        Flaw::LeadsNowhere => words.leads_nowhere.to_owned(),
        Flaw::Unused => words.unused.to_owned(),
        Flaw::Empty => words.empty.to_owned(),
        Flaw::NoBeginning => words.no_beginning.to_owned(),
        Flaw::Unreachable => words.unreachable.to_owned(),
        Flaw::SaysNothing => words.says_nothing.to_owned(),
        Flaw::DeadEnd => words.dead_end.to_owned(),
        Flaw::SilenceEndsCall => words.silence_ends_call.to_owned(),
        Flaw::OtherMenu => words.other_menu.to_owned(),
        Flaw::UnknownAction => words.unknown_action.to_owned(),
        Flaw::NoCallerId => words.no_caller_id.to_owned(),
        Flaw::NoGroup => words.no_group.to_owned(),
        Flaw::OnlySecondary => words.only_secondary.to_owned(),
        Flaw::GroupTwice => words.group_twice.to_owned(),
        Flaw::NobodyToRing => words.nobody_to_ring.to_owned(),
        Flaw::AsksElsewhere => words.asks_elsewhere.to_owned(),
        Flaw::NoMembers => words.no_members.to_owned(),
        Flaw::NobodyCanBeRung => words.nobody_can_be_rung.to_owned(),
        Flaw::NoPhone => words.no_phone.to_owned(),
        Flaw::NoSipAccount => words.no_sip_account.to_owned(),
        Flaw::NobodysSeat => words.nobodys_seat.to_owned(),
        Flaw::InNoGroup => words.in_no_group.to_owned(),
        Flaw::CustomerElsewhere => words.customer_elsewhere.to_owned(),
        Flaw::EventsElsewhere => words.events_elsewhere.to_owned(),
        Flaw::CalloutElsewhere => words.callout_elsewhere.to_owned(),
    }
}
