//! The server's certificate and key.

use crate::error::HqError;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::Path;
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;

/// Reads both from PEM files.
pub(super) fn acceptor(chain: &Path, key: &Path) -> Result<TlsAcceptor, HqError> {
    let refuse = |error: &dyn std::fmt::Display| HqError::Tls(error.to_string());
    let chain = CertificateDer::pem_file_iter(chain)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| refuse(&error))?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(|error| refuse(&error))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
        .map_err(|error| refuse(&error))?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}
