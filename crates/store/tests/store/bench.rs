//! What the bench leaves on record: a catalogue of the house, a sheet, the one that corrects it, and a diagnosis.

use crate::common::{NOW, ticket_id};
use chrono::NaiveDate;
use nightbench_domain::bench_catalogue::BenchCatalogue;
use nightbench_domain::bench_sheet::{Ambient, SheetKind, SheetResult};
use nightbench_domain::diagnosis::FaultLine;
use nightbench_domain::id::{BenchCatalogueId, BenchSheetId, DiagnosisId};
use nightbench_store::bench_catalogue::{self, CatalogueVersion};
use nightbench_store::bench_sheet::{self, Around, BenchSheet};
use nightbench_store::diagnosis::{self, DiagnosisRecord};
use nightbench_store::{StoreError, Tx};
use uuid::Uuid;

pub(crate) fn measured(tx: &Tx<'_>) -> Result<(), StoreError> {
    let made_on = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    bench_catalogue::save(
        tx,
        &CatalogueVersion {
            id: BenchCatalogueId::new(Uuid::from_u128(0xbe00)),
            version: 1,
            content: BenchCatalogue::default(),
            reason: "a bench of its own".to_owned(),
            saved_by: "desk".to_owned(),
            saved_at: NOW,
        },
    )?;
    let first = BenchSheetId::new(Uuid::from_u128(0xbe01));
    let around = Around {
        instruments: Vec::new(),
        ambient: Ambient::default(),
        soak: None,
        frames: Vec::new(),
        note: "no picture".to_owned(),
    };
    let sheet = |id, replaces, result| BenchSheet {
        id,
        ticket: ticket_id(1),
        kind: SheetKind::Incoming,
        result,
        replaces,
        replaced_by: None,
        catalogue: 1,
        lines: Vec::new(),
        around: around.clone(),
        made_by: "desk".to_owned(),
        made_on,
        made_at: NOW,
    };
    bench_sheet::save(tx, &sheet(first, None, SheetResult::Incomplete))?;
    let second = BenchSheetId::new(Uuid::from_u128(0xbe02));
    bench_sheet::save(tx, &sheet(second, Some(first), SheetResult::Failed))?;
    let line = FaultLine {
        symptom: "no_image".to_owned(),
        fault: "detector".to_owned(),
        cause: "defect".to_owned(),
        note: "dead column".to_owned(),
        ..FaultLine::default()
    };
    diagnosis::record(
        tx,
        &DiagnosisRecord {
            id: DiagnosisId::new(Uuid::from_u128(0xbe03)),
            ticket: ticket_id(1),
            lines: vec![line],
            is_cause_open: false,
            second: String::new(),
            made_by: "desk".to_owned(),
            made_on,
            made_at: NOW,
        },
    )
}
