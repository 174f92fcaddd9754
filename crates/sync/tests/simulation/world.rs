//! The world by seed: stations write and sync while everything that can go wrong does, then the faults end and the world
//! comes to rest.

use crate::chance::Chance;
use crate::hq::{Bug, Hq};
use crate::station::{Disk, Station};
use nightbench_domain::code;
use nightbench_domain::id::CentreCode;
use nightbench_domain::operation::{Operation, Value};
use nightbench_domain::ticket::{Event as Step, Status};
use nightbench_sync::entity::{Entity, SETTLE, SETTLES, STATUS};
use nightbench_sync::session::{Action, Event, LineFailure, Trouble};
use nightbench_sync::sign::Seal;
use nightbench_sync::wire::{Refusal, SYNC_PATH, SyncAnswer};
use std::collections::{BTreeSet, VecDeque};
use uuid::Uuid;

/// A request gets no answer after so many seconds.
const TIMEOUT_S: u64 = 10;

pub(crate) struct World {
    pub(crate) chance: Chance,
    pub(crate) hq: Hq,
    pub(crate) stations: Vec<Station>,
    /// What was written and not destroyed since, by its mark.
    pub(crate) expected: BTreeSet<String>,
    /// Troubles that no fault of the world explains.
    pub(crate) troubles: Vec<String>,
    hq_backup: Option<Hq>,
    disks: Vec<Option<Disk>>,
    due: Vec<Option<u64>>,
    messages: Vec<Message>,
    now: u64,
    count: u64,
    has_faults: bool,
    disasters: usize,
}

enum Message {
    Request { from: usize, id: u64, seal: Seal, body: Vec<u8> },
    Answer { to: usize, id: u64, status: u16, body: Vec<u8> },
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

impl World {
    pub(crate) fn new(seed: u64, bug: Option<Bug>) -> Self {
        let mut chance = Chance::of(seed);
        let hq = Hq::new(chance.draw(), bug);
        let mut world = Self {
            hq,
            stations: Vec::new(),
            expected: BTreeSet::new(),
            troubles: Vec::new(),
            hq_backup: None,
            disks: Vec::new(),
            due: Vec::new(),
            messages: Vec::new(),
            now: 0,
            count: 0,
            has_faults: true,
            disasters: 0,
            chance,
        };
        let centres = 1 + world.chance.below(3);
        for id in 0..2 + world.chance.below(if centres == 1 { 4 } else { 9 }) {
            let centre = CentreCode::parse(&format!("CD0{}", 1 + id % centres)).unwrap();
            let station = Station::new(1 + id as u128, &centre, world.chance.draw());
            world.hq.enrol(station.id, &centre, station.signer().public_key());
            world.add(station);
        }
        world
    }

    fn add(&mut self, station: Station) {
        self.stations.push(station);
        self.disks.push(None);
        self.due.push(None);
    }

    /// Everything goes wrong.
    pub(crate) fn live(&mut self, steps: usize) {
        for _ in 0..steps {
            let place = self.chance.below(self.stations.len());
            match self.chance.below(24) {
                0..8 => self.write(place),
                8..17 => self.deliver_any(),
                17..20 => {
                    let seconds = 1 + self.chance.below(12) as u64;
                    self.pass(seconds);
                }
                20 => self.stations[place].is_cut_off ^= true,
                21 => self.stations[place].clock = i64::try_from(self.chance.draw() >> 22).unwrap(),
                22 => self.wake(place, Event::Asked),
                _ => self.disaster(place),
            }
        }
    }

    /// The faults end and the world comes to rest; where it does not, who keeps it from it.
    pub(crate) fn rest(&mut self) -> Result<(), String> {
        self.has_faults = false;
        self.stations.iter_mut().for_each(|station| station.is_cut_off = false);
        for _ in 0..100 {
            self.pass(TIMEOUT_S + 1);
            if self.stations.iter().all(|station| self.is_drained(station)) {
                return Ok(());
            }
            for place in 0..self.stations.len() {
                self.look(place);
                self.wake(place, Event::Asked);
            }
            while !self.messages.is_empty() {
                self.deliver(0);
            }
        }
        let restless = self.stations.iter().filter(|station| !self.is_drained(station));
        let restless = restless.map(|station| format!("{} stands at {:?}", station.id, station.standing()));
        Err(format!("no rest: {}", restless.collect::<Vec<_>>().join("; ")))
    }

    fn is_drained(&self, station: &Station) -> bool {
        let standing = station.standing();
        let stream = &self.hq.streams[&station.centre];
        standing.incarnation == Some(self.hq.incarnation)
            && standing.cursor == stream.commits.len() as u64
            && standing.chains.iter().all(|chain| !chain.is_set_aside)
            && standing.behind().next().is_none()
    }

    fn disaster(&mut self, place: usize) {
        match self.chance.below(12) {
            0 | 1 => {
                let disk = self.stations[place].disk.clone();
                self.stations[place].begin_again_from(&disk);
            }
            2 | 3 => self.disks[place] = Some(self.stations[place].disk.clone()),
            4 => self.set_back(place, true),
            5 => self.set_back(place, false),
            6 if self.disasters < 3 => {
                self.disasters += 1;
                let clone = self.stations[place].cloned();
                self.add(clone);
            }
            7 | 8 => self.hq_backup = Some(self.hq.clone()),
            9 if self.disasters < 3 => {
                let Some(backup) = self.hq_backup.clone() else { return };
                self.disasters += 1;
                self.hq = Hq::restored(&backup, &self.hq, self.chance.draw());
                self.forget_destroyed();
            }
            _ => self.look(place),
        }
    }

    /// A disk is as it was before; a restore by our own program begins a new epoch, another one does not.
    fn set_back(&mut self, place: usize, is_known: bool) {
        let Some(disk) = self.disks[place].clone() else { return };
        let station = &mut self.stations[place];
        station.begin_again_from(&disk);
        if is_known {
            station.begin_epoch(self.chance.draw());
        }
        self.forget_destroyed();
    }

    /// What stands neither at HQ nor in the chain of any station that lives cannot come back.
    fn forget_destroyed(&mut self) {
        let there = self.hq.streams.values().flat_map(|stream| &stream.commits);
        let there = there.map(|committed| mark(&committed.operation));
        let chains = self.stations.iter().flat_map(|station| &station.disk.chains);
        let there: BTreeSet<_> =
            there.chain(chains.flat_map(|chain| &chain.texts).map(|text| mark(text))).collect();
        self.expected.retain(|mark| there.contains(mark));
    }

    fn look(&mut self, place: usize) {
        self.stations[place].look(&mut self.chance);
    }

    fn pass(&mut self, seconds: u64) {
        self.now += seconds;
        for place in 0..self.stations.len() {
            if self.due[place].is_some_and(|due| due <= self.now) {
                self.due[place] = None;
                let event = match self.stations[place].request.take() {
                    Some(_) => Event::Failed(LineFailure::Unreachable),
                    None => Event::Due,
                };
                self.wake(place, event);
            }
        }
    }

    fn wake(&mut self, place: usize, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            let nonce = match &event {
                Event::Answered(answer) => answer.nonce.clone(),
                _other => String::new(),
            };
            let standing = self.stations[place].standing_for(&event);
            for action in self.stations[place].session.on(event, &standing) {
                match action {
                    Action::Send { request, nonce } => self.send(place, request, &nonce),
                    Action::Store(take) => {
                        if self.crashes(place) {
                            return;
                        }
                        self.stations[place].take(take, nonce.clone());
                        if self.crashes(place) {
                            return;
                        }
                        events.push_back(Event::Stored(self.stations[place].disk.content));
                    }
                    Action::Wait { seconds } => self.due[place] = Some(self.now + u64::from(seconds)),
                    Action::Report(trouble) => self.report(place, trouble),
                    Action::Rebuild => {}
                }
            }
        }
    }

    fn crashes(&mut self, place: usize) -> bool {
        let crashes = self.has_faults && self.chance.one_in(25);
        if crashes {
            let disk = self.stations[place].disk.clone();
            self.stations[place].begin_again_from(&disk);
        }
        crashes
    }

    fn report(&mut self, place: usize, trouble: Trouble) {
        match trouble {
            Trouble::SetBack(epoch) => {
                let station = &mut self.stations[place];
                if station.disk.chains.last().is_some_and(|chain| chain.epoch == epoch) {
                    station.begin_epoch(self.chance.draw());
                }
            }
            Trouble::Fork(..) | Trouble::Stalled => {}
            other => self.troubles.push(format!("{other:?}")),
        }
    }

    fn send(&mut self, place: usize, mut request: nightbench_sync::wire::SyncRequest, nonce: &str) {
        self.count += 1;
        let (id, station) = (self.count, &mut self.stations[place]);
        station.fill(&mut request);
        let body = serde_json::to_vec(&request).unwrap();
        let seal = station.signer().seal(station.id, nonce, "POST", SYNC_PATH, &body);
        station.request = Some(id);
        self.due[place] = Some(self.now + TIMEOUT_S);
        self.messages.push(Message::Request { from: place, id, seal, body });
    }

    fn deliver_any(&mut self) {
        if self.messages.is_empty() {
            return;
        }
        let which = self.chance.below(self.messages.len());
        if self.chance.one_in(10) {
            self.messages.swap_remove(which);
        } else {
            self.deliver(which);
        }
    }

    fn deliver(&mut self, which: usize) {
        match self.messages.remove(which) {
            Message::Request { from, id, seal, body } => {
                if self.stations[from].is_cut_off {
                    return;
                }
                let page_max = 1 + self.chance.below(40);
                let (status, said) = match self.hq.answer(&seal, &body, page_max) {
                    Ok(answer) => (answer.status(), serde_json::to_vec(&answer).unwrap()),
                    Err(refusal) => (refusal.status(), serde_json::to_vec(&refusal).unwrap()),
                };
                self.messages.push(Message::Answer { to: from, id, status, body: said });
                if self.has_faults && self.chance.one_in(12) {
                    self.messages.push(Message::Request { from, id, seal, body });
                }
            }
            Message::Answer { to, id, status, body } => {
                let station = &mut self.stations[to];
                if station.request != Some(id) || station.is_cut_off {
                    return;
                }
                station.request = None;
                if self.has_faults && self.chance.one_in(40) {
                    self.stations[to].session.on(Event::Failed(LineFailure::NotHq), &Default::default());
                    self.due[to] = Some(self.now + 2);
                    return;
                }
                let event = if matches!(status, 200 | 409) {
                    Event::Answered(serde_json::from_slice::<SyncAnswer>(&body).unwrap())
                } else {
                    Event::Refused(serde_json::from_slice::<Refusal>(&body).unwrap())
                };
                self.wake(to, event);
            }
        }
    }

    /// Somebody does something at a station: one transaction of one to three operations.
    fn write(&mut self, place: usize) {
        self.count += 1;
        let txn = u128::from(self.count);
        for _ in 0..1 + self.chance.below(3) {
            self.count += 1;
            let mark = format!("m{}", self.count);
            self.expected.insert(mark.clone());
            self.act(place, txn, &mark);
        }
        self.wake(place, Event::Written);
    }

    fn act(&mut self, place: usize, txn: u128, mark: &str) {
        let record = 1_000 + self.chance.below(5) as u128;
        let (record, own) = (Uuid::from_u128(record), Uuid::from_u128(1_000_000 + u128::from(self.count)));
        let said = text(self.chance.pick(&["dark", "green dots", "flickers", mark]));
        let (act, serial) = (self.chance.below(16), format!("S{}", self.chance.below(9)));
        let shown = self.stations[place].shown(record);
        let step = self.step(&shown);
        let settled = self.settled(&shown);
        let station = &mut self.stations[place];
        let mut append = |kind, id, fields| station.append(txn, mark, kind, id, fields);
        let received =
            |serial| vec![("serial", text(serial)), ("symptom", said.clone()), ("reason", text(mark))];
        match act {
            _ if shown.created_by.is_none() => append("intake.receive", record, received(&serial)),
            0..4 => append("intake.amend", record, vec![("symptom", said), ("reason", text(mark))]),
            4 => append("intake.amend", record, vec![("received_on", said), ("condition", text(mark))]),
            5..9 => append("ticket.transition", record, step),
            9 => append("contact.log", own, vec![("words", said)]),
            10 => {
                let added = Value::Map([(mark.to_owned(), said)].into());
                let removed = Value::List(vec![text(mark)]);
                let set = [("added".to_owned(), added), ("removed".to_owned(), removed)].into();
                append("list.change", record, vec![("items", Value::Map(set))]);
            }
            11 => append("attachment.remove", record, vec![("removed_at", Value::Integer(1))]),
            12 if settled.len() > 1 => append(SETTLE, record, settled),
            13 => append("future.thing", own, vec![("shape", Value::Map([("far".to_owned(), said)].into()))]),
            14 => append("ticket.transition", own, vec![(STATUS, text("beamed_up"))]),
            15 => self.garbage(place, mark),
            _other => append("intake.receive", own, received(&serial)),
        }
    }

    fn garbage(&mut self, place: usize, mark: &str) {
        self.stations[place].append_raw(format!("{{\"actor\":\"{mark}\",\"proto\":[1.5]}}"));
    }

    /// A step that the work order can take, as it is shown.
    fn step(&mut self, shown: &Entity) -> Vec<(&'static str, Value)> {
        let from = shown.passed.last().copied().unwrap_or(Status::ToBeDiagnosed);
        let steps: Vec<_> =
            Step::ALL.into_iter().filter_map(|step| Some((step, from.after(step).ok()?))).collect();
        let (step, to) = if steps.is_empty() { (Step::Close, from) } else { self.chance.pick(&steps) };
        let (step, from, to) = (code(&step), code(&from), code(&to));
        vec![("event", text(&step)), ("from", text(&from)), (STATUS, text(&to))]
    }

    /// One of the open questions of a record answered.
    fn settled(&mut self, shown: &Entity) -> Vec<(&'static str, Value)> {
        let names = ["symptom", "received_on", STATUS];
        let open: Vec<_> =
            names.into_iter().filter(|&name| shown.contested().any(|(field, _)| field == name)).collect();
        if open.is_empty() {
            return Vec::new();
        }
        let name = self.chance.pick(&open);
        let rivals = shown.contested().filter(|(field, _)| *field == name).map(|(_, rival)| rival);
        let hashes = rivals.map(|rival| text(&rival.operation.to_string())).collect();
        vec![(name, shown.fields[name].value.clone()), (SETTLES, Value::List(hashes))]
    }
}

/// The mark of what was written, which stays when it is written again under a new epoch.
pub(crate) fn mark(operation: &str) -> String {
    let json: serde_json::Value = serde_json::from_str(operation).unwrap();
    json["actor"].as_str().unwrap().to_owned()
}

/// The operation of a text that is one.
pub(crate) fn read(operation: &str) -> Option<Operation> {
    serde_json::from_str(operation).ok()
}
