//! Any instructions as those of a page of a PDF, with a font of each kind: no panic, and an end.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportedly_intake::{Input, Kind};

const BEFORE: &str = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj \
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</Font<</F1 4 0 R/F2 5 0 R>>\
    /XObject<</X1 7 0 R>>>>>>endobj 4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj \
    5 0 obj<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2\
    /BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>endobj \
    7 0 obj<</Subtype/Form/BBox[0 0 9 9]/Length 30>>stream\nBT /F1 9 Tf (held) Tj ET /X1 Do\nendstream endobj 6 0 obj<</Length ";

fuzz_target!(|instructions: &[u8]| {
    let length = format!("{}>>stream\n", instructions.len());
    let after = "\nendstream endobj trailer<</Root 1 0 R>>".as_bytes();
    let bytes = [BEFORE.as_bytes(), length.as_bytes(), instructions, after].concat();
    let stream = Box::new(std::io::Cursor::new(bytes));
    let _ = Input::Stream("pdf".to_owned(), Kind::Document, stream).open(true);
});
