//! Search over work orders, enquiries and the register. Two characters suffice; Chinese, English, pinyin initials,
//! serials, numbers and the last digits of a phone are found.

use crate::enquiry::{self, EnquiryListRequest, EnquiryRow};
use crate::error::AppError;
use crate::registry::{self, SaleListRequest};
use crate::station::App;
use crate::ticket::TicketRow;
use nightbench_domain::registry::Sale;
use nightbench_store::ticket;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The request of `search`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchRequest {
    /// What to look for.
    pub text: String,
    /// At most this many of each kind; 20 when absent, never more than 100.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Hit {
    /// A work order.
    Ticket {
        /// Its row.
        row: Box<TicketRow>,
    },
    /// An enquiry.
    Enquiry {
        /// Its row.
        row: Box<EnquiryRow>,
    },
    /// A unit of the sales register.
    Sale {
        /// Its row.
        sale: Sale,
    },
}

pub(crate) fn search(app: &App, request: SearchRequest) -> Result<Vec<Hit>, AppError> {
    let limit = request.limit.unwrap_or(20).clamp(1, 100);
    let mut hits = Vec::new();
    let rows = ticket::matching(&app.store, &request.text, false, None, limit)?.rows;
    hits.extend(app.rows(rows)?.into_iter().map(|row| Hit::Ticket { row: Box::new(row) }));
    let asked = EnquiryListRequest { text: request.text.clone(), limit: Some(limit), ..Default::default() };
    let asked = enquiry::list(app, asked)?.rows;
    hits.extend(asked.into_iter().map(|row| Hit::Enquiry { row: Box::new(row) }));
    let sales = registry::list(app, SaleListRequest { text: request.text, after: None, limit: Some(limit) })?;
    hits.extend(sales.rows.into_iter().map(|sale| Hit::Sale { sale }));
    Ok(hits)
}
