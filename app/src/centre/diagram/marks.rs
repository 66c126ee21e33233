//! What is pointed out in a picture: what was found wrong, and where a call goes.

use domain::centre::{By, Finding, Ref, Severity, Spot, Way};

/// What is pointed out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// What was found wrong.
    pub findings: Vec<Finding>,
    /// The spots that a call comes to.
    pub taken: Vec<Spot>,
    /// The ways that it takes: from where, to where.
    pub steps: Vec<(Spot, Spot)>,
}

impl Marks {
    /// The worst that was found at a spot itself, its keys not counted: those are at the ways.
    pub fn at_spot(&self, spot: &Spot) -> Option<Severity> {
        match spot {
            Spot::Thing(at) => self.worst(|found| found == at || is_part(found, at)),
            Spot::Missing(_) => Some(Severity::Error),
            Spot::Forward(_) | Spot::End(_) | Spot::Asked(_) => None,
        }
    }

    /// The worst that was found at a way.
    pub fn at_way(&self, from: &Spot, way: &Way) -> Option<Severity> {
        let (Spot::Thing(Ref::Node(at)), By::Keys(presses)) = (from, &way.by) else { return None };
        self.worst(|found| matches!(found, Ref::Key { node, press, .. } if node == at && presses.contains(press)))
    }

    /// Whether a call comes to a spot.
    pub fn is_taken(&self, spot: &Spot) -> bool {
        self.taken.contains(spot)
    }

    /// Whether a call takes a way.
    pub fn is_step(&self, from: &Spot, to: &Spot) -> bool {
        self.steps.iter().any(|(one, other)| one == from && other == to)
    }

    fn worst(&self, is_meant: impl Fn(&Ref) -> bool) -> Option<Severity> {
        self.findings.iter().filter(|finding| is_meant(&finding.at)).map(|finding| finding.severity).min()
    }
}

/// What stands on its own in the set-up, and in the picture on the thing it belongs to.
fn is_part(found: &Ref, of: &Ref) -> bool {
    match (found, of) {
        (Ref::Root(menu), Ref::Menu(of)) => menu == of,
        (Ref::Route { queue, .. }, Ref::Queue(of)) => queue == of,
        (Ref::Member { group, .. }, Ref::Group(of)) => group == of,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;
    use domain::centre::{By, Finding, Flaw, Press, Ref, Severity, Spot, Way};
    use domain::ids::NodeId;

    #[test]
    fn findings_stand_at_the_place_or_at_the_key() {
        let node = NodeId::new("n");
        let finding = |at, severity| Finding { at, severity, flaw: Flaw::DeadEnd };
        let key = Ref::Key { node: node.clone(), press: Press::Two, nth: 0 };
        let place = Ref::Node(node);
        let findings = vec![
            finding(place.clone(), Severity::Warning),
            finding(place.clone(), Severity::Error),
            finding(key, Severity::Warning),
        ];
        let marks = Marks { findings, ..Marks::default() };
        let spot = Spot::Thing(place);
        let way = |presses: &[Press]| Way { from: 0, to: 1, by: By::Keys(presses.to_vec()) };
        assert_eq!(marks.at_spot(&spot), Some(Severity::Error));
        assert_eq!(marks.at_way(&spot, &way(&[Press::One, Press::Two])), Some(Severity::Warning));
        assert_eq!(marks.at_way(&spot, &way(&[Press::One])), None);
    }
}
