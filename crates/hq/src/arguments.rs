//! What can be typed after `nightbench-hq`.

use clap::{Parser, Subcommand};
use nightbench_domain::id::{CentreCode, CentreCodeError, StationId};
use nightbench_hq::store::Place;
use std::path::PathBuf;

/// The server of headquarters and its administration.
#[derive(Parser)]
#[command(name = "nightbench-hq", version, about)]
pub(crate) struct Arguments {
    /// The data directory, which holds the records unless they are in PostgreSQL.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Keep the records in this PostgreSQL database. An address that holds a password is better given by the variable, which
    /// no other user of the machine can read.
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "NIGHTBENCH_HQ_DATABASE_URL",
        hide_env_values = true
    )]
    pub(crate) database_url: Option<String>,
    /// Machine-readable output on standard output.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Arguments {
    /// Where the records are; `None` when it is not said.
    pub(crate) fn place(&self) -> Option<Place<'_>> {
        let in_folder = self.data.as_deref().map(Place::Folder);
        self.database_url.as_deref().map(Place::Postgres).or(in_folder)
    }
}

/// The commands.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serves the stations until it is asked to end; prints the address when it is ready.
    Serve {
        /// Host and port; port 0 takes a free one. Plain http serves this machine only.
        #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:0")]
        listen: String,
        /// The certificate chain, PEM.
        #[arg(long, value_name = "FILE", requires = "tls_key")]
        tls_cert: Option<PathBuf>,
        /// Its private key, PEM.
        #[arg(long, value_name = "FILE", requires = "tls_cert")]
        tls_key: Option<PathBuf>,
    },
    /// The service centres.
    Centre {
        #[command(subcommand)]
        command: CentreCommand,
    },
    /// Prints a one-time code with which one station of the centre enrols.
    Enrol {
        /// The centre's code, such as CD01.
        #[arg(value_parser = centre)]
        centre: CentreCode,
    },
    /// The stations.
    Station {
        #[command(subcommand)]
        command: StationCommand,
    },
    /// The work orders of all centres or of one, one a line.
    Tickets {
        /// The centre's code.
        #[arg(long, value_parser = centre)]
        centre: Option<CentreCode>,
    },
    /// The operations that are kept and not acted on; with --json their texts as written too.
    Quarantine {
        /// The centre's code.
        #[arg(long, value_parser = centre)]
        centre: Option<CentreCode>,
    },
    /// What waits for a person at the centres.
    Conflicts {
        /// The centre's code.
        #[arg(long, value_parser = centre)]
        centre: Option<CentreCode>,
    },
    /// Programs of headquarters that read lists over HTTP (/v1/openapi.json).
    Reader {
        #[command(subcommand)]
        command: ReaderCommand,
    },
    /// To be run once after the database was restored from a backup: every station sends again what is missing.
    Restored,
    /// Checks every record against what was written.
    Doctor,
}

/// What can be done with centres.
#[derive(Subcommand)]
pub(crate) enum CentreCommand {
    /// Adds one.
    Add {
        /// Its code, such as CD01.
        #[arg(value_parser = centre)]
        code: CentreCode,
        /// What headquarters calls it.
        name: String,
    },
    /// Lists them.
    List,
}

/// What can be done with stations.
#[derive(Subcommand)]
pub(crate) enum StationCommand {
    /// Lists those of a centre.
    List {
        /// The centre's code.
        #[arg(value_parser = centre)]
        centre: CentreCode,
    },
    /// Ends the trust in one; what it wrote stays.
    Revoke {
        /// Its id.
        id: StationId,
    },
}

/// What can be done with programs that read.
#[derive(Subcommand)]
pub(crate) enum ReaderCommand {
    /// Prints the token of a new one, or a new token of a known one.
    Add {
        /// What it is for.
        name: String,
    },
    /// Ends the token of one.
    Revoke {
        /// What it is for.
        name: String,
    },
}

fn centre(text: &str) -> Result<CentreCode, CentreCodeError> {
    CentreCode::parse(text)
}
