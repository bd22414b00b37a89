use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use reportedly::claim::Publishers;
use reportedly_library::{Access, Error, Library};
use tokio::sync::Semaphore;

use crate::answer::Problem;
use crate::connections::AT_ONCE;
use crate::{Config, Reader};

/// Connections to the library that are kept for the next request.
const KEPT: usize = 8;

/// What all requests share.
pub(crate) struct App {
    pub config: Config,
    /// Turns for answers that are written while they are sent.
    pub streams: Arc<Semaphore>,
    access: Access,
    idle: Mutex<Vec<Library>>,
    writing: Mutex<()>,
}

impl App {
    pub fn new(config: Config) -> Result<Self, crate::Error> {
        let (library, access) = match Library::open(&config.library, Access::Create) {
            // may only be looked at: corrections are refused, the rest goes on
            Err(Error::ReadOnly(_) | Error::Unopened(..)) => {
                (Library::open(&config.library, Access::Read)?, Access::Read)
            }
            opened => (opened?, Access::Write),
        };
        let streams = Arc::new(Semaphore::new(AT_ONCE));
        Ok(Self { config, streams, access, idle: Mutex::new(vec![library]), writing: Mutex::new(()) })
    }

    pub fn reader(&self) -> &Reader {
        &self.config.reader
    }

    pub fn publishers(&self) -> &Publishers {
        &self.config.publishers
    }

    /// Looks something up.
    pub fn read<T>(&self, look: impl FnOnce(&Library) -> Result<T, Problem>) -> Result<T, Problem> {
        let library = self.take()?;
        let done = look(&library);
        self.give(library);
        done
    }

    /// Changes something; one at a time.
    pub fn write<T>(&self, change: impl FnOnce(&mut Library) -> Result<T, Problem>) -> Result<T, Problem> {
        let _one = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut library = self.take()?;
        let done = change(&mut library);
        self.give(library);
        done
    }

    fn take(&self) -> Result<Library, Problem> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match idle {
            Some(library) => Ok(library),
            None => Ok(Library::open(&self.config.library, self.access)?),
        }
    }

    fn give(&self, library: Library) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(library);
        }
    }
}

/// The values of a path's places in braces, by their names.
pub(crate) type Places = HashMap<&'static str, String>;
