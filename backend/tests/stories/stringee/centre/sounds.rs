//! Files that callers hear.

use super::{Company, desk, edit, publish};
use crate::stories;
use crate::world::World;
use backend::{audit, centre};
use domain::centre::{BadSound, CentreProblem, DraftEdit, Flaw, Format, NodeForm, Says, Sound, SoundFile, check};
use domain::ids::{MenuId, NodeId};
use domain::problem::Problem;
use serde_json::json;

/// Half a second of a quiet tone: 8,000 samples a second, 16 bits each, one channel.
fn wav(samples: u16) -> Vec<u8> {
    let size = u32::from(samples) * 2;
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((36 + size).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    bytes.extend(8_000_u32.to_le_bytes());
    bytes.extend(16_000_u32.to_le_bytes());
    bytes.extend(b"\x02\0\x10\0data");
    bytes.extend(size.to_le_bytes());
    bytes.extend((0..samples).flat_map(|n| (i16::try_from(n % 64).unwrap() * 100).to_le_bytes()));
    bytes
}

async fn heard(sound: &mut backend::recordings::Sound) -> Vec<u8> {
    let mut bytes = Vec::new();
    while let Some(piece) = sound.next().await {
        bytes.extend_from_slice(&piece.unwrap());
    }
    bytes
}

stories! {
    async fn a_sound_is_uploaded_heard_and_played_to_callers(w: World) {
        let company = Company::open(&w).await;
        let sound = wav(60_000);
        let early = centre::keep_sound(&w.b, &w.admin, "a.wav", "", &sound).await;
        assert_eq!(early, Err(Problem::Centre(CentreProblem::NotRead)));
        let read = centre::read_provider(&w.b, &w.admin).await.unwrap();
        assert_eq!(read.sounds, []);
        let row = centre::keep_sound(&w.b, &w.admin, "Lời chào mới.wav", " Tết ", &sound).await.unwrap();
        assert_eq!(row.file, SoundFile { name: "loi-chao-moi.wav".into(), description: "Tết".into() });
        let kept = row.kept.clone().unwrap();
        assert_eq!((kept.sound, kept.bytes), (Sound { format: Format::Wav, length: 7_500 }, 120_044));
        assert_eq!(kept.by, "Quản Trị");
        let another = centre::keep_sound(&w.b, &w.admin, "Lời chào mới.wav", "", &wav(4_000)).await.unwrap();
        assert_eq!(another.file.name, "loi-chao-moi-2.wav", "callers hear the first one still");
        assert_eq!(desk(&w).await.sounds, [row.clone(), another.clone()]);
        assert_eq!(centre::read_provider(&w.b, &w.admin).await.unwrap().sounds.len(), 2, "the provider has them");
        let mut whole = centre::play_sound(&w.b, &w.admin, &kept.id, None).await.unwrap();
        assert_eq!((whole.content_type, whole.length, whole.range.clone()), ("audio/wav", Some(120_044), None));
        assert_eq!(heard(&mut whole).await, sound);
        let mut part = centre::play_sound(&w.b, &w.admin, &kept.id, Some("bytes=98300-98399")).await.unwrap();
        assert_eq!(part.range.as_deref(), Some("bytes 98300-98399/120044"));
        assert_eq!(heard(&mut part).await, sound[98_300..98_400]);
        let behind = centre::play_sound(&w.b, &w.admin, &kept.id, Some("bytes=200000-")).await;
        assert_eq!(behind.unwrap_err(), Problem::NotFound);
        assert_eq!(centre::play_sound(&w.b, &w.admin, "nothing", None).await.unwrap_err(), Problem::NotFound);
        let told = audit::about(&w.b, &w.admin, "centre").await.unwrap();
        assert_eq!(told.iter().filter(|entry| entry.action == "centre.sound_kept").count(), 2);
        let place = NodeId::new("NO_WELCOME");
        let says = |file: &str| NodeForm { says: Says::File, file: file.into(), ..NodeForm::of(&read.draft, &place).unwrap() };
        let node = |form| DraftEdit::Node { menu: MenuId::new("TR_WELCOME"), id: place.clone(), form };
        edit(&w, node(says("other.wav"))).await;
        let wrong = desk(&w).await;
        let flaw = Flaw::NoSuchFile { file: "other.wav".into() };
        assert!(check(&wrong.draft, &wrong.around).iter().any(|finding| finding.flaw == flaw));
        edit(&w, node(says("loi-chao-moi.wav"))).await;
        publish(&w, "").await;
        assert_eq!(centre::read_provider(&w.b, &w.admin).await.unwrap().changes(), []);
        drop(company);
    }

    async fn what_cannot_be_played_is_not_taken(w: World) {
        let company = Company::open(&w).await;
        centre::read_provider(&w.b, &w.admin).await.unwrap();
        let taken = async |bytes: &[u8]| centre::keep_sound(&w.b, &w.admin, "a.wav", "", bytes).await;
        let bad = |bad| Err(Problem::Centre(CentreProblem::Sound(bad)));
        assert_eq!(taken(b"").await, bad(BadSound::Empty));
        assert_eq!(taken(b"GIF89a and more of it").await, bad(BadSound::NotASound));
        assert_eq!(taken(&vec![0; domain::centre::LARGEST + 1]).await, bad(BadSound::TooLarge));
        company.panel("rest", json!({"only": "/greetingfile", "method": "POST", "r": 4, "times": 1})).await;
        let refused = CentreProblem::Refused { code: 4, said: "the panel wants it so".into() };
        assert_eq!(taken(&wav(4_000)).await, Err(Problem::Centre(refused)));
        assert_eq!(desk(&w).await.sounds, [], "nothing is kept that callers cannot hear");
    }
}
