//! The table of staff.

use super::{Answer, On, each, statements};
use domain::access::Role;
use domain::ids::{StaffId, TeamId};
use domain::rights::Rights;
use domain::staff::{Language, Me, Member, MemberDraft, StaffRef, Theme};
use domain::teams::TeamRef;
use domain::telephone::Provider;
use domain::times::Millis;

/// Everything that is read of a member.
macro_rules! members {
    ($rest:literal) => {
        concat!(
            "select s.id, s.email, s.name, s.role, s.password_hash, s.language, s.theme, s.provider, s.seat, s.team_id, ",
            "t.name as team_name, s.active, s.session_generation, s.last_seen_at ",
            "from staff s left join teams t on t.id = s.team_id ",
            $rest
        )
    };
}

statements! {
    BY_ID = members!("where s.id = $1");
    BY_EMAIL = members!("where s.email = $1");
    LIST = members!("order by s.name_fold, s.id");
    DEMO = members!("where s.demo and s.active order by s.id");
    INSERT = "insert into staff (id, email, name, name_fold, role, password_hash, language, theme, seat, active, \
              demo, session_generation, created_at, updated_at, team_id, provider) \
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12, $13, $14)";
    UPDATE = "update staff set name = $2, name_fold = $3, email = $4, role = $5, seat = $6, active = $7, \
              updated_at = $8, team_id = $9, provider = $10 where id = $1";
    PROFILE = "update staff set name = $2, name_fold = $3, language = $4, theme = $5, updated_at = $6 where id = $1";
    PASSWORD = "update staff set password_hash = $2, demo = false, session_generation = session_generation + 1, \
                updated_at = $3 where id = $1";
    END_SESSIONS = "update staff set session_generation = session_generation + 1 where id = $1";
    SEEN = "update staff set last_seen_at = $2 where id = $1";
    TAKEN_EMAIL = "select count(*) from staff where email = $1 and id <> $2";
    TAKEN_SEAT = "select count(*) from staff where provider = $1 and seat = $2 and id <> $3";
    AT_SEAT = "select id from staff where provider = $1 and seat = $2";
    SET_SEAT = "update staff set seat = $2, updated_at = $3 where id = $1";
    PROVIDER = "select provider from staff where id = $1";
    OTHER_ADMINS = "select count(*) from staff where role = 'admin' and active and id <> $1";
}

/// A member as stored.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) name: String,
    role: String,
    pub(crate) password_hash: String,
    language: String,
    theme: String,
    provider: String,
    pub(crate) seat: Option<String>,
    pub(crate) team_id: Option<String>,
    team_name: Option<String>,
    pub(crate) active: bool,
    pub(crate) session_generation: i64,
    last_seen_at: Option<i64>,
}

impl Row {
    /// The role; the table holds no other word.
    pub(crate) fn role(&self) -> Role {
        Role::from_stored(&self.role).unwrap_or(Role::Agent)
    }

    /// Which telephone provider it is at; the table holds no other word.
    pub(crate) fn provider(&self) -> Provider {
        Provider::from_stored(&self.provider).unwrap_or_default()
    }

    /// As admins see it, with the teams it leads.
    pub(crate) fn member(self, leads: Vec<TeamRef>) -> Member {
        let (role, provider) = (self.role(), self.provider());
        let team = self.team_id.zip(self.team_name).map(|(id, name)| TeamRef { id: TeamId::new(id), name });
        Member {
            team,
            leads,
            id: StaffId::new(self.id),
            email: self.email,
            name: self.name,
            role,
            provider,
            seat: self.seat,
            active: self.active,
            last_seen_at: self.last_seen_at.map(Millis),
        }
    }

    /// As every page needs it.
    pub(crate) fn me(self, rights: &Rights) -> Me {
        let (role, provider) = (self.role(), self.provider());
        Me {
            id: StaffId::new(self.id),
            name: self.name,
            email: self.email,
            role,
            provider,
            seat: self.seat,
            language: Language::from_stored(&self.language),
            theme: Theme::from_stored(&self.theme),
            rights: rights.of(role),
        }
    }

    /// The team it works in.
    pub(crate) fn team(&self) -> Option<TeamId> {
        self.team_id.clone().map(TeamId::new)
    }

    /// As filters and records name it.
    pub(crate) fn named(self) -> StaffRef {
        StaffRef { id: StaffId::new(self.id), name: self.name }
    }
}

/// What is stored of a new member besides the form.
pub(crate) struct New<'a> {
    pub(crate) id: &'a StaffId,
    pub(crate) draft: &'a MemberDraft,
    pub(crate) password_hash: &'a str,
    pub(crate) demo: bool,
    pub(crate) at: Millis,
}

/// One member.
pub(crate) async fn by_id(db: On<'_>, id: &StaffId) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?)
}

/// The member who signs in with this, in lower case.
pub(crate) async fn by_email(db: On<'_>, email: &str) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(BY_EMAIL).bind(email).fetch_optional(link).await)?)
}

/// Everybody, by name.
pub(crate) async fn list(db: On<'_>) -> Answer<Vec<Row>> {
    Ok(each!(db, link => sqlx::query_as(LIST).fetch_all(link).await)?)
}

/// Active members of the demo whose password is still the demo's.
pub(crate) async fn demo(db: On<'_>) -> Answer<Vec<Row>> {
    Ok(each!(db, link => sqlx::query_as(DEMO).fetch_all(link).await)?)
}

/// A new member.
pub(crate) async fn insert(db: On<'_>, new: &New<'_>) -> Answer<()> {
    let draft = new.draft;
    each!(db, link => sqlx::query(INSERT)
        .bind(new.id.as_str())
        .bind(&draft.email)
        .bind(&draft.name)
        .bind(domain::names::fold(&draft.name))
        .bind(draft.role.as_str())
        .bind(new.password_hash)
        .bind(Language::default().as_str())
        .bind(Theme::default().as_str())
        .bind(&draft.seat)
        .bind(draft.active)
        .bind(new.demo)
        .bind(new.at.0)
        .bind(draft.team.as_ref().map(TeamId::as_str))
        .bind(draft.provider.as_str())
        .execute(link).await.map(drop))?;
    Ok(())
}

/// What an admin changed.
pub(crate) async fn update(db: On<'_>, id: &StaffId, draft: &MemberDraft, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(UPDATE)
        .bind(id.as_str())
        .bind(&draft.name)
        .bind(domain::names::fold(&draft.name))
        .bind(&draft.email)
        .bind(draft.role.as_str())
        .bind(&draft.seat)
        .bind(draft.active)
        .bind(at.0)
        .bind(draft.team.as_ref().map(TeamId::as_str))
        .bind(draft.provider.as_str())
        .execute(link).await.map(drop))?;
    Ok(())
}

/// What a member changed of their own.
pub(crate) async fn profile(
    db: On<'_>,
    id: &StaffId,
    name: &str,
    language: Language,
    theme: Theme,
    at: Millis,
) -> Answer<()> {
    each!(db, link => sqlx::query(PROFILE)
        .bind(id.as_str())
        .bind(name)
        .bind(domain::names::fold(name))
        .bind(language.as_str())
        .bind(theme.as_str())
        .bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// A new password: whoever is signed in with the old one no longer is.
pub(crate) async fn password(db: On<'_>, id: &StaffId, hash: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(PASSWORD).bind(id.as_str()).bind(hash).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Ends every session of a member.
pub(crate) async fn end_sessions(db: On<'_>, id: &StaffId) -> Answer<()> {
    each!(db, link => sqlx::query(END_SESSIONS).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// The member signed in.
pub(crate) async fn seen(db: On<'_>, id: &StaffId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(SEEN).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Whether somebody else signs in with this.
pub(crate) async fn email_taken(db: On<'_>, email: &str, except: &StaffId) -> Answer<bool> {
    let others = each!(db, link => sqlx::query_scalar::<_, i64>(TAKEN_EMAIL)
        .bind(email).bind(except.as_str()).fetch_one(link).await)?;
    Ok(others > 0)
}

/// Whether somebody else has this seat at this provider.
pub(crate) async fn seat_taken(db: On<'_>, provider: Provider, seat: &str, except: &StaffId) -> Answer<bool> {
    let others = each!(db, link => sqlx::query_scalar::<_, i64>(TAKEN_SEAT)
        .bind(provider.as_str()).bind(seat).bind(except.as_str()).fetch_one(link).await)?;
    Ok(others > 0)
}

/// Who has a seat at a provider.
pub(crate) async fn at_seat(db: On<'_>, provider: Provider, seat: &str) -> Answer<Option<StaffId>> {
    let id: Option<String> = each!(db, link => sqlx::query_scalar(AT_SEAT)
        .bind(provider.as_str()).bind(seat).fetch_optional(link).await)?;
    Ok(id.map(StaffId::new))
}

/// Gives a member another seat at their provider.
pub(crate) async fn set_seat(db: On<'_>, id: &StaffId, seat: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(SET_SEAT).bind(id.as_str()).bind(seat).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// At which provider a member is.
pub(crate) async fn provider_of(db: On<'_>, id: &StaffId) -> Answer<Option<Provider>> {
    let word: Option<String> = each!(db, link => sqlx::query_scalar(PROVIDER)
        .bind(id.as_str()).fetch_optional(link).await)?;
    Ok(word.as_deref().and_then(Provider::from_stored))
}

/// Whether an active admin remains without this member.
pub(crate) async fn another_admin(db: On<'_>, except: &StaffId) -> Answer<bool> {
    let admins = each!(db, link => sqlx::query_scalar::<_, i64>(OTHER_ADMINS)
        .bind(except.as_str()).fetch_one(link).await)?;
    Ok(admins > 0)
}
