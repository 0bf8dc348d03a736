//! Files that are read, changed and written again: with one thing broken, named after the rule that says so (profile, clause and
//! number of the test), or still whole.

use lopdf::{Dictionary, Document, Object, Stream};

/// A rule, what is broken, and how to break it.
type Control = (&'static str, &'static str, fn(&mut Document));

/// Of a report with a table.
const OF_A_REPORT: [Control; 14] = [
    ("2u 6.1.3-1", "no identifier", |pdf| {
        pdf.trailer.remove(b"ID");
    }),
    ("2u 6.2.4.3-4", "grey that means nothing", |pdf| {
        pdf.catalog_mut().unwrap().remove(b"OutputIntents");
    }),
    ("2u 6.2.11.4.1-1", "a font left out", |pdf| {
        each(pdf, "FontDescriptor", |font| {
            font.remove(b"FontFile2");
            font.remove(b"FontFile3");
        });
    }),
    ("2u 6.2.11.5-1", "wrong widths", |pdf| {
        let widths = vec![0.into(), 65535.into(), 123.into()];
        each_that(pdf, |font| font.has(b"W"), |font| font.set("W", widths.clone()));
    }),
    ("2u 6.2.11.7.2-1", "no characters to copy", |pdf| {
        each(pdf, "Font", |font| drop(font.remove(b"ToUnicode")));
    }),
    ("2u 6.6.4-2", "another part claimed", |pdf| in_metadata(pdf, "<pdfaid:part>2<", "<pdfaid:part>3<")),
    ("2u 6.6.2.3.1-1", "metadata of an unknown name", |pdf| in_metadata(pdf, "Producer>", "Printer>")),
    ("ua1 5-1", "no claim", |pdf| in_metadata(pdf, "<pdfuaid:part>1</pdfuaid:part>", "")),
    ("ua1 7.1-3", "a stroke that is neither text nor ornament", |pdf| {
        let page = *pdf.get_pages().values().next().unwrap();
        let content = pdf.get_page_contents(page)[0];
        let stream = pdf.get_object_mut(content).and_then(Object::as_stream_mut).unwrap();
        let drawn = stream.decompressed_content().unwrap();
        stream.set_plain_content([&drawn[..], b"\n0 0 10 10 re f\n"].concat());
    }),
    ("ua1 7.1-3", "pages outside the structure", |pdf| {
        each(pdf, "Page", |page| drop(page.remove(b"StructParents")));
    }),
    ("ua1 7.1-9", "no title", |pdf| in_metadata(pdf, "dc:title>", "dc:source>")),
    ("ua1 7.1-11", "no structure", |pdf| {
        pdf.catalog_mut().unwrap().remove(b"StructTreeRoot");
    }),
    ("ua1 7.2-34", "no language", |pdf| {
        pdf.catalog_mut().unwrap().remove(b"Lang");
    }),
    ("ua1 7.2-3", "a table of paragraphs", |pdf| {
        each_element(pdf, b"TR", |row| row.set("S", Object::Name(b"P".to_vec())));
    }),
];

/// Of a page with a figure.
const OF_A_FIGURE: [Control; 1] = [("ua1 7.3-1", "a figure that nobody describes", |pdf| {
    each_element(pdf, b"Figure", |figure| drop(figure.remove(b"Alt")));
})];

/// The files of these two with one thing broken, each with its rule and what is broken.
pub fn broken(report: &[u8], figure: &[u8]) -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let of_a_report = OF_A_REPORT.iter().map(|(rule, name, breaks)| (*rule, *name, written(report, *breaks)));
    let of_a_figure = OF_A_FIGURE.iter().map(|(rule, name, breaks)| (*rule, *name, written(figure, *breaks)));
    of_a_report.chain(of_a_figure).collect()
}

/// The file read and written again, unbroken.
pub fn anew(whole: &[u8]) -> Vec<u8> {
    written(whole, |_| ())
}

/// The file with a content of its own for each page: of what pages share, the validator looks at the first page's use only.
pub fn apart(whole: &[u8]) -> Vec<u8> {
    written(whole, |pdf| {
        for page in pdf.get_pages().into_values() {
            let shared = pdf.get_object(pdf.get_page_contents(page)[0]).unwrap().clone();
            let own = pdf.add_object(shared);
            pdf.get_dictionary_mut(page).unwrap().set("Contents", own);
        }
    })
}

fn written(whole: &[u8], change: fn(&mut Document)) -> Vec<u8> {
    let mut document = Document::load_mem(whole).unwrap();
    change(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// Changes each dictionary of this type; there must be one.
fn each(pdf: &mut Document, kind: &str, change: impl Fn(&mut Dictionary)) {
    each_that(pdf, |dictionary| dictionary.has_type(kind.as_bytes()), change);
}

/// Changes each element of the structure of this role; there must be one.
fn each_element(pdf: &mut Document, role: &[u8], change: impl Fn(&mut Dictionary)) {
    let has_role =
        |element: &Dictionary| element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == role);
    each_that(pdf, |element| element.has(b"P") && has_role(element), change);
}

fn each_that(pdf: &mut Document, is_wanted: impl Fn(&Dictionary) -> bool, change: impl Fn(&mut Dictionary)) {
    let all = pdf.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    let found: Vec<_> = all.filter(|dictionary| is_wanted(dictionary)).collect();
    assert!(!found.is_empty(), "the writer has nothing of the kind any more");
    found.into_iter().for_each(change);
}

/// Replaces a text of the metadata; it must be there.
fn in_metadata(pdf: &mut Document, old: &str, new: &str) {
    let metadata = pdf.catalog().and_then(|catalog| catalog.get(b"Metadata")).and_then(Object::as_reference);
    let object = pdf.get_object_mut(metadata.unwrap()).unwrap();
    let stream: &mut Stream = object.as_stream_mut().unwrap();
    let text = String::from_utf8(stream.content.clone()).unwrap();
    assert!(text.contains(old), "no {old}");
    stream.set_plain_content(text.replace(old, new).into_bytes());
}
