use std::sync::{Arc, Mutex, PoisonError};

use reportedly::Engine;
use reportedly::trace::Publishers;
use reportedly_library::{Access, Error, Library};
use tokio::sync::Semaphore;

use crate::Config;
use crate::kept::Answers;
use crate::problem::Problem;

/// Requests that are worked on at once; others wait.
pub(crate) const AT_ONCE: usize = 8;

/// What all requests share.
pub(crate) struct App {
    pub config: Config,
    /// Turns for answers that are written while they are sent.
    pub streams: Arc<Semaphore>,
    /// What was answered before.
    pub answers: Answers,
    /// Connections to the library that wait for the next request.
    idle: Mutex<Vec<Library>>,
    /// The one through which it is changed.
    writer: Mutex<Library>,
}

impl App {
    pub fn new(config: Config) -> Result<Self, crate::Error> {
        let path = &config.library;
        let writer = match Library::open(path, Access::Create) {
            // may only be looked at: corrections are refused, the rest goes on
            Err(Error::ReadOnly(_) | Error::Unopened(..)) => Library::open(path, Access::Read)?,
            opened => opened?,
        };
        let answers = Answers::new(Library::open(path, Access::Read)?);
        let streams = Arc::new(Semaphore::new(AT_ONCE));
        Ok(Self { config, streams, answers, idle: Mutex::default(), writer: Mutex::new(writer) })
    }

    pub fn engine(&self) -> &Engine {
        &self.config.engine
    }

    pub fn publishers(&self) -> &Publishers {
        &self.config.publishers
    }

    /// Looks something up.
    pub fn read<T>(&self, look: impl FnOnce(&Library) -> Result<T, Problem>) -> Result<T, Problem> {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = idle().pop();
        let library = match waiting {
            Some(library) => library,
            None => Library::open(&self.config.library, Access::Read)?,
        };
        let done = look(&library);
        let mut idle = idle();
        if idle.len() < AT_ONCE {
            idle.push(library);
        }
        done
    }

    /// Changes something; one at a time.
    pub fn write<T>(&self, change: impl FnOnce(&mut Library) -> Result<T, Problem>) -> Result<T, Problem> {
        change(&mut self.writer.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
