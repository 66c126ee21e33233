//! What the demonstration's customers may buy, the companies they work for, and the words on them.

use crate::db::deals::{self as table, Placed};
use crate::db::found_by::{COMPANIES, set_phones, set_words};
use crate::db::{self, Tx};
use crate::listing::words;
use crate::made_up::{Chance, Made};
use crate::{Backend, companies, deals};
use domain::access::Actor;
use domain::companies::{Company, CompanyForm};
use domain::custom::Values;
use domain::customers::PhoneForm;
use domain::deals::{DealChange, DealDraft};
use domain::ids::{DealId, TagId};
use domain::pipelines::{Pipeline, StageKind};
use domain::problem::Problem;
use domain::tags::Subject;
use domain::times::{DAY, HOUR, Millis};

/// What they may buy, and for how many million.
const WARES: [(&str, i64); 18] = [
    ("Lắp đặt tổng đài 50 máy nhánh", 320),
    ("200 bộ ấm chén quà Tết", 86),
    ("Nội thất văn phòng tầng 5", 540),
    ("Đồng phục công nhân 400 bộ", 148),
    ("Bảo trì máy lạnh cả năm", 72),
    ("Phần mềm kho cho 3 chi nhánh", 210),
    ("In catalogue mùa xuân", 38),
    ("Thuê xe đưa đón nhân viên", 265),
    ("Hệ thống camera nhà xưởng", 195),
    ("Máy lọc nước công nghiệp", 128),
    ("Sơn lại nhà máy Bình Dương", 890),
    ("Gói chăm sóc website 12 tháng", 48),
    ("Tour du lịch Đà Nẵng 60 khách", 234),
    ("Cung cấp thực phẩm bếp ăn", 460),
    ("Máy chấm công vân tay", 26),
    ("Kệ kho hàng nặng", 175),
    ("Tổ chức hội nghị khách hàng", 310),
    ("Thiết kế bộ nhận diện", 95),
];
/// How far they are: the place of the stage, once for each of a dozen.
const STAGES: [usize; 12] = [0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5];
/// How many there are.
const DEALS: usize = 54;
/// Words that some customers have.
const TAGS: [&str; 4] = ["VIP", "Khách cũ", "Đại lý", "Cần chăm sóc"];
/// How many companies are known well.
const KNOWN_WELL: usize = 40;

/// Deals at every stage, some of them overdue or won in the months before; companies with numbers; tags.
pub(super) async fn fill(b: &Backend, agents: &[Actor], people: &[Made]) -> Result<(), Problem> {
    let mut chance = Chance::new(6);
    let mut tx = b.write().await?;
    describe(b, &mut tx, &mut chance, people).await?;
    tag(b, &mut tx, people).await?;
    let Some(pipeline) = db::pipelines::all(tx.on()).await?.into_iter().next() else { return Ok(()) };
    // Whoever works for a company buys more.
    let buyers: Vec<&Made> = people.iter().filter(|one| one.company.is_some()).collect();
    for n in 0..DEALS {
        let (Some(buyer), Some(agent)) = (buyers.get(n % buyers.len().max(1)), agents.get(n % agents.len().max(1)))
        else {
            continue;
        };
        offer(b, &mut tx, &mut chance, &pipeline, agent, buyer, n).await?;
    }
    Ok(tx.commit().await?)
}

/// A deal that was made some time ago and has gone as far as it is.
async fn offer(
    b: &Backend,
    tx: &mut Tx,
    chance: &mut Chance,
    pipeline: &Pipeline,
    agent: &Actor,
    buyer: &Made,
    n: usize,
) -> Result<(), Problem> {
    let (ware, million) = WARES[n % WARES.len()];
    let (Some(first), Some(stage)) = (pipeline.stages.first(), pipeline.stages.get(STAGES[n % STAGES.len()])) else {
        return Ok(());
    };
    let days = |limit: u64, chance: &mut Chance| i64::try_from(chance.below(limit)).unwrap_or(0) * DAY;
    let moved = b.now().plus(-days(if stage.kind.is_closed() { 75 } else { 12 }, chance) - HOUR);
    let made = moved.plus(-days(20, chance) - DAY);
    let due = b.now().day_start().plus(days(120, chance) - 14 * DAY);
    let due = if stage.kind.is_closed() { moved.day_start() } else { due };
    let draft = DealDraft {
        title: ware.to_owned(),
        customer: Some(buyer.id.clone()),
        company: buyer.company.clone(),
        amount: (million + i64::try_from(chance.below(40)).unwrap_or(0)) * 1_000_000,
        close_on: (n % 9 != 5).then_some(due),
        owner: Some(agent.id.clone()),
        stage: Some(stage.id.clone()),
        lost_reason: None,
        custom: Values::default(),
    };
    let company = companies::of_name(b, tx, draft.company.as_deref(), None).await?;
    let reason = pipeline.lost_reasons.get(n % pipeline.lost_reasons.len().max(1));
    let reason = reason.filter(|_| stage.kind == StageKind::Lost);
    let at = |stage| Placed {
        draft: &draft,
        company: company.as_ref(),
        pipeline: &pipeline.id,
        stage,
        lost_reason: reason.map(|reason| &reason.id),
    };
    let id = DealId::new(b.new_id());
    table::insert(tx.on(), &id, &at(&first.id), made).await?;
    deals::set_words(tx, &id, &draft.title, &draft.custom).await?;
    let begun = DealChange::Made { stage: first.name.clone() };
    table::add_event(tx.on(), &b.new_id(), &id, &agent.id, &begun, made).await?;
    if stage.id != first.id {
        table::update(tx.on(), &id, 1, &at(&stage.id), moved).await?;
        let reason = reason.map(|reason| reason.name.clone());
        let went = DealChange::Moved { from: first.name.clone(), to: stage.name.clone(), reason };
        table::add_event(tx.on(), &b.new_id(), &id, &agent.id, &went, moved).await?;
    }
    Ok(())
}

/// Some companies have a tax code, pages and a number of their own.
async fn describe(b: &Backend, tx: &mut Tx, chance: &mut Chance, people: &[Made]) -> Result<(), Problem> {
    let named: Vec<&str> = people.iter().filter_map(|one| one.company.as_deref()).take(KNOWN_WELL).collect();
    for (n, name) in named.into_iter().enumerate() {
        let Some(known) = db::companies::named(tx.on(), name).await? else { continue };
        let Some(company) = db::companies::by_id(tx.on(), &known.id).await? else { continue };
        let form = described(chance, &company, n);
        let Ok(draft) = form.parse(&[]) else { continue };
        db::companies::update(tx.on(), &company.id, company.version, &draft, company.created_at).await?;
        let phones = crate::customers::stored_phones(b, &draft.phones, &company.phones);
        set_phones(tx.on(), COMPANIES, company.id.as_str(), &phones).await?;
        let words = words(&draft.name, None, &draft.custom, phones.iter().map(|phone| &phone.number));
        set_words(tx.on(), COMPANIES, company.id.as_str(), &words).await?;
    }
    Ok(())
}

fn described(chance: &mut Chance, company: &Company, n: usize) -> CompanyForm {
    let host: String = domain::names::words(&company.name).into_iter().rev().take(2).collect();
    let number = format!("028 39{:02} {:04}", chance.below(100), chance.below(10_000));
    CompanyForm {
        tax_code: format!("03{:08}", chance.below(100_000_000)),
        website: if n.is_multiple_of(3) { String::new() } else { format!("{host}.example.com") },
        phones: vec![PhoneForm { raw: number, label: "Tổng đài".into(), primary: true, ..PhoneForm::default() }],
        ..CompanyForm::from(company)
    }
}

async fn tag(b: &Backend, tx: &mut Tx, people: &[Made]) -> Result<(), Problem> {
    let mut tags = Vec::new();
    for name in TAGS {
        let id = TagId::new(b.new_id());
        db::tags::insert(tx.on(), &id, name, first_day(b)).await?;
        tags.push(id);
    }
    for (n, one) in people.iter().enumerate().filter(|(n, _)| n % 4 == 1) {
        let some: Vec<TagId> = tags.iter().skip(n % 3).step_by(2).cloned().collect();
        db::tags::set(tx.on(), &Subject::Customer(one.id.clone()), &some).await?;
    }
    Ok(())
}

fn first_day(b: &Backend) -> Millis {
    b.now().plus(-90 * DAY)
}
