/// Defines the tables of one theme: a struct of word lists and predicates, and `NONE`, in which all are empty.
///
/// A field is a [`List`](crate::tokens::List), a [`Lexicon`](crate::tokens::Lexicon), or a function, for which the
/// one that stands in `NONE` is written behind `=`.
macro_rules! theme {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty $(= $none:expr)?,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl $name {
            /// All tables empty.
            pub const NONE: Self = Self { $($field: none!($type $(, $none)?),)* };
        }
    };
}

macro_rules! none {
    ($type:ty) => {
        <$type>::NONE
    };
    ($type:ty, $none:expr) => {
        $none
    };
}
