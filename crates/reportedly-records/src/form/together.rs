use super::Form;
use crate::render;

/// How several records stand together in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// One after another in one file, with this between two.
    After(&'static str),
    /// As the members of one whole; a record may have none.
    Within {
        /// What the file begins with.
        head: &'static str,
        /// What stands between two members.
        between: &'static str,
        /// What it ends with.
        foot: &'static str,
    },
    /// As one web page.
    Page,
    /// Each in files of its own.
    Apart(&'static [Beside]),
}

/// A further file of a form whose records have files of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The text that offsets point into, with this ending.
    Text(&'static str),
    /// What holds for all: name and content, once a folder.
    Once(&'static str, &'static str),
}

/// What was written of a file so far.
#[derive(Clone, Debug, Default)]
pub struct SoFar {
    begun: bool,
    filled: bool,
    /// Id and title of each record; of pages alone, which list them.
    contents: Vec<(String, String)>,
}

impl Form {
    /// A record that was [written](Self::write) with what stands before it in one file.
    ///
    /// ```
    /// use reportedly_records::form::{Form, SoFar};
    ///
    /// let (form, mut so_far) = (Form::named("csl-json").unwrap(), SoFar::default());
    /// let [first, second] = ["1", "2"].map(|record| form.add(&mut so_far, record.to_owned(), "id", "title"));
    /// assert_eq!(first + &second + &form.end(&so_far), "[\n1,\n2\n]\n");
    /// ```
    pub fn add(&self, so_far: &mut SoFar, written: String, doc_id: &str, title: &str) -> String {
        let head = match self.together {
            _ if so_far.begun => String::new(),
            Together::Page => render::html::head(title),
            Together::Within { head, .. } => head.to_owned(),
            Together::After(_) | Together::Apart(_) => String::new(),
        };
        let between = match self.together {
            Together::After(between) | Together::Within { between, .. } if so_far.filled => between,
            _ => "",
        };
        so_far.begun = true;
        if self.together == Together::Page {
            so_far.contents.push((doc_id.to_owned(), title.to_owned()));
        }
        if written.is_empty() {
            return head;
        }
        so_far.filled = true;
        head + between + &written
    }

    /// What stands after the last record.
    pub fn end(&self, so_far: &SoFar) -> String {
        match self.together {
            Together::Page if so_far.begun => render::html::contents(&so_far.contents) + render::html::foot(),
            Together::Within { foot, .. } if so_far.begun => foot.to_owned(),
            // whole also where there is no record
            Together::Within { head, foot, .. } => head.to_owned() + foot,
            _ => String::new(),
        }
    }
}
