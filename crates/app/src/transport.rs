//! How a request reaches HQ. Two real sides: HTTP, and whatever a test puts in its place.

use std::time::Duration;

/// An answer, whatever it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// What it says to be; empty when it says nothing.
    pub content_type: String,
    /// Its bytes.
    pub body: Vec<u8>,
}

/// Nobody answered in time, or the answer broke off. Whether the request arrived is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nobody answers")]
pub struct NoReply;

/// Carries one request.
pub trait Transport: Send + Sync {
    /// Posts a body and waits for the answer.
    ///
    /// # Errors
    /// When there is none.
    fn post(&self, url: &str, headers: &[(&str, String)], body: &[u8]) -> Result<Reply, NoReply>;
}

/// HTTP, with TLS by rustls.
pub struct Http {
    agent: ureq::Agent,
}

/// How long a whole request may take: a page on a slow line.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long it may take to reach the other side at all.
const CONNECT_PATIENCE: Duration = Duration::from_secs(10);
/// No answer is larger: a page and its keys.
const REPLY_BYTES_MAX: u64 = 32 << 20;

impl Http {
    /// The machine's own network.
    #[must_use]
    pub fn new() -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(CONNECT_PATIENCE))
            .timeout_global(Some(PATIENCE));
        Self { agent: config.build().into() }
    }
}

impl Default for Http {
    fn default() -> Self {
        Self::new()
    }
}

impl Transport for Http {
    fn post(&self, url: &str, headers: &[(&str, String)], body: &[u8]) -> Result<Reply, NoReply> {
        let mut request = self.agent.post(url);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let mut response = request.send(body).map_err(|_| NoReply)?;
        let content_type = response.headers().get("content-type").and_then(|value| value.to_str().ok());
        let content_type = content_type.unwrap_or_default().to_owned();
        let status = response.status().as_u16();
        let body =
            response.body_mut().with_config().limit(REPLY_BYTES_MAX).read_to_vec().map_err(|_| NoReply)?;
        Ok(Reply { status, content_type, body })
    }
}
