use crate::language::Layout;
use crate::tokens::List;

pub const LAYOUT: Layout = Layout { by: List::new(&["BY ", "By "]) };
