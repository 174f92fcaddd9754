//! The codes of the grounds, each the id of a sentence in both catalogues.

use crate::policy::Evidence;
use crate::verdict::Need;
use nightbench_domain::claim::Finding;

/// Why something weighs for a remedy, against it, or leaves it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    SaleOutside,
    SaleNoReturn,
    SaleLifted,
    PurchaseDatesDiffer,
    PeriodFromContract,
    ClaimDateMissing,
    ClaimBeforePurchase,
    InTail,
    InWarranty,
    InWarrantyAnyway,
    WarrantyOver,
    WarrantyOverAnyway,
    PeriodBlank,
    RefundWindowOpen,
    RefundWindowOver,
    ExchangeWindowOpen,
    ExchangeWindowOver,
    LastDayRolled,
    ProductFault,
    ConsumableDefectProven,
    FindingsContradict,
    NoFaultFound,
    MisuseOrEnvironment,
    ThirdParty,
    NormalWear,
    OperatesNormally,
    CustomerSoftwareChange,
    Consumable,
    AgainstManual,
    Appearance,
    UnauthorisedRepair,
    WithinSpecification,
    NoWarrantyCertificate,
    NoPurchaseProof,
    SerialUnreadable,
    SerialAbsent,
    SerialDiffers,
    SourceNotAuthorised,
    SentWithoutConsent,
    AccessoriesIncomplete,
    UserCausedReview,
    FreeRepairDue,
    PaidRepairDue,
    NothingToPay,
    FeeAgreed,
    /// An unknown fact that can still change an outcome.
    Open(Need),
}

impl Reason {
    /// Every reason that is not an open fact.
    pub(crate) const SETTLED: [Self; 45] = [
        Self::SaleOutside,
        Self::SaleNoReturn,
        Self::SaleLifted,
        Self::PurchaseDatesDiffer,
        Self::PeriodFromContract,
        Self::ClaimDateMissing,
        Self::ClaimBeforePurchase,
        Self::InTail,
        Self::InWarranty,
        Self::InWarrantyAnyway,
        Self::WarrantyOver,
        Self::WarrantyOverAnyway,
        Self::PeriodBlank,
        Self::RefundWindowOpen,
        Self::RefundWindowOver,
        Self::ExchangeWindowOpen,
        Self::ExchangeWindowOver,
        Self::LastDayRolled,
        Self::ProductFault,
        Self::ConsumableDefectProven,
        Self::FindingsContradict,
        Self::NoFaultFound,
        Self::MisuseOrEnvironment,
        Self::ThirdParty,
        Self::NormalWear,
        Self::OperatesNormally,
        Self::CustomerSoftwareChange,
        Self::Consumable,
        Self::AgainstManual,
        Self::Appearance,
        Self::UnauthorisedRepair,
        Self::WithinSpecification,
        Self::NoWarrantyCertificate,
        Self::NoPurchaseProof,
        Self::SerialUnreadable,
        Self::SerialAbsent,
        Self::SerialDiffers,
        Self::SourceNotAuthorised,
        Self::SentWithoutConsent,
        Self::AccessoriesIncomplete,
        Self::UserCausedReview,
        Self::FreeRepairDue,
        Self::PaidRepairDue,
        Self::NothingToPay,
        Self::FeeAgreed,
    ];

    /// The id of its sentence in the catalogue.
    pub(crate) fn message_id(self) -> String {
        match self {
            Self::Open(need) => format!("ground-open_{}", need.code()),
            settled => format!("ground-{}", settled.code()),
        }
    }

    pub(crate) const fn of_finding(finding: Finding) -> Self {
        match finding {
            Finding::ProductFault => Self::ProductFault,
            Finding::MisuseOrEnvironment => Self::MisuseOrEnvironment,
            Finding::ThirdParty => Self::ThirdParty,
            Finding::NormalWear => Self::NormalWear,
            Finding::OperatesNormally => Self::OperatesNormally,
            Finding::CustomerSoftwareChange => Self::CustomerSoftwareChange,
            Finding::Consumable => Self::Consumable,
            Finding::AgainstManual => Self::AgainstManual,
            Finding::Appearance => Self::Appearance,
            Finding::UnauthorisedRepair => Self::UnauthorisedRepair,
            Finding::WithinSpecification => Self::WithinSpecification,
        }
    }

    pub(crate) const fn of_evidence(wanting: Evidence) -> Self {
        match wanting {
            Evidence::WarrantyCertificate => Self::NoWarrantyCertificate,
            Evidence::PurchaseProof => Self::NoPurchaseProof,
            Evidence::ReadableSerial => Self::SerialUnreadable,
            Evidence::Serial => Self::SerialAbsent,
            Evidence::SerialMatch => Self::SerialDiffers,
            Evidence::AuthorisedSource => Self::SourceNotAuthorised,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::SaleOutside => "sale_outside",
            Self::SaleNoReturn => "sale_no_return",
            Self::SaleLifted => "sale_lifted",
            Self::PurchaseDatesDiffer => "purchase_dates_differ",
            Self::PeriodFromContract => "period_from_contract",
            Self::ClaimDateMissing => "claim_date_missing",
            Self::ClaimBeforePurchase => "claim_before_purchase",
            Self::InTail => "in_tail",
            Self::InWarranty => "in_warranty",
            Self::InWarrantyAnyway => "in_warranty_anyway",
            Self::WarrantyOver => "warranty_over",
            Self::WarrantyOverAnyway => "warranty_over_anyway",
            Self::PeriodBlank => "period_blank",
            Self::RefundWindowOpen => "refund_window_open",
            Self::RefundWindowOver => "refund_window_over",
            Self::ExchangeWindowOpen => "exchange_window_open",
            Self::ExchangeWindowOver => "exchange_window_over",
            Self::LastDayRolled => "last_day_rolled",
            Self::ProductFault => "product_fault",
            Self::ConsumableDefectProven => "consumable_defect_proven",
            Self::FindingsContradict => "findings_contradict",
            Self::NoFaultFound => "no_fault_found",
            Self::MisuseOrEnvironment => "misuse_or_environment",
            Self::ThirdParty => "third_party",
            Self::NormalWear => "normal_wear",
            Self::OperatesNormally => "operates_normally",
            Self::CustomerSoftwareChange => "customer_software_change",
            Self::Consumable => "consumable",
            Self::AgainstManual => "against_manual",
            Self::Appearance => "appearance",
            Self::UnauthorisedRepair => "unauthorised_repair",
            Self::WithinSpecification => "within_specification",
            Self::NoWarrantyCertificate => "no_warranty_certificate",
            Self::NoPurchaseProof => "no_purchase_proof",
            Self::SerialUnreadable => "serial_unreadable",
            Self::SerialAbsent => "serial_absent",
            Self::SerialDiffers => "serial_differs",
            Self::SourceNotAuthorised => "source_not_authorised",
            Self::SentWithoutConsent => "sent_without_consent",
            Self::AccessoriesIncomplete => "accessories_incomplete",
            Self::UserCausedReview => "user_caused_review",
            Self::FreeRepairDue => "free_repair_due",
            Self::PaidRepairDue => "paid_repair_due",
            Self::NothingToPay => "nothing_to_pay",
            Self::FeeAgreed => "fee_agreed",
            Self::Open(need) => need.code(),
        }
    }
}
