//! Signed documents, checked with pdfsig.

use crate::tools::{Folder, NAME, P256, P384, PASSPHRASE, RSA, made, today};
use documents::{Body, CandidateListDocument, Fonts, Heading, Standing, candidate_list, fonts_dir};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use messages::Language;
use procedure::{candidate::Candidate, count::Seats, number::RoundNumber};
use signing::{Certificate, SigningError, sign_pdf};

const REASON: &str = "签发候选项目名单 䶮";

/// A list of one invented candidate, as the program prints it.
fn printed() -> Vec<u8> {
    let fonts = Fonts::load(&fonts_dir().unwrap()).unwrap();
    let candidates = [Candidate {
        number: "1".into(),
        name: "示例小学改扩建工程".into(),
        content: "新建示例教学楼一栋".into(),
        sub_items: Vec::new(),
        location: "示例镇".into(),
        investment: None,
        investment_this_year: None,
        sources: String::new(),
        responsible_unit: String::new(),
        deadline: None,
        benefit: String::new(),
        category: String::new(),
        origin: String::new(),
    }];
    let heading = Heading {
        congress: "示例市人民代表大会".into(),
        session: "第一次会议".into(),
        year: 2026,
        language: Language::Chinese,
        body: Body::Congress,
        standing: Standing::Official,
        training: false,
        record: None,
    };
    let list = CandidateListDocument {
        heading,
        round: RoundNumber(1),
        seats: Seats(1),
        categories: Vec::new(),
        candidates: &candidates,
    };
    candidate_list(&fonts, &list).unwrap()
}

/// A tagged document of one page, whose page has its annotations in an object of their own, and whose form has a field.
fn tagged() -> Document {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let content = document.add_object(Stream::new(Dictionary::new(), b"0 0 10 10 re f".to_vec()));
    let annotations = document.add_object(Vec::<Object>::new());
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "MediaBox" => vec![0.into(), 0.into(), 100.into(), 100.into()],
        "Contents" => content, "Annots" => annotations, "Resources" => Dictionary::new(),
    });
    let kids: Vec<Object> = vec![page.into()];
    document.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 }.into());
    let field = document.add_object(dictionary! { "FT" => "Tx", "T" => Object::string_literal("kept") });
    let fields = document.add_object(vec![Object::from(field)]);
    let form =
        document.add_object(dictionary! { "Fields" => fields, "DA" => Object::string_literal("/F 0 Tf") });
    let structure = document.add_object(dictionary! { "Type" => "StructTreeRoot" });
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => pages, "Lang" => Object::string_literal("zh-CN"),
        "MarkInfo" => dictionary! { "Marked" => true }, "StructTreeRoot" => structure, "AcroForm" => form,
    });
    document.trailer.set("Root", catalog);
    let id = Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", vec![id.clone(), id]);
    document
}

fn with_table() -> Vec<u8> {
    let mut document = tagged();
    document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn with_streams() -> Vec<u8> {
    let mut bytes = Vec::new();
    tagged().save_modern(&mut bytes).unwrap();
    bytes
}

fn certificate(folder: &Folder) -> Certificate {
    Certificate::open(&folder.p12("signer", &[]), PASSPHRASE).unwrap()
}

#[test]
fn what_the_program_prints_is_signed_validly_with_every_key() {
    let pdf = printed();
    for kind in [RSA, P256, P384] {
        let folder = made(&kind);
        let signed = sign_pdf(&pdf, &certificate(&folder), today(), REASON).unwrap();
        assert!(signed.starts_with(&pdf), "the document's own bytes stay");
        let said = folder.pdfsig(&signed);
        for expected in [
            "Signature #1:",
            &format!("Signer Certificate Common Name: {NAME}"),
            "Signer full Distinguished Name: C=CN,O=示例市人民代表大会,CN=",
            "Signing Time: Mar 01 2026 01:30:00",
            "Signing Hash Algorithm: SHA-256",
            "Signature Type: ETSI.CAdES.detached",
            "Total document signed",
            "Signature Validation: Signature is Valid.",
        ] {
            assert!(said.contains(expected), "{expected} is missing for {kind:?} in: {said}");
        }
        folder.qpdf(&signed);
        assert_eq!(
            sign_pdf(&pdf, &certificate(&folder), today(), REASON).unwrap(),
            signed,
            "the same bytes each time"
        );
    }
}

#[test]
fn a_changed_byte_is_found() {
    let folder = made(&P256);
    let pdf = with_table();
    let signed = sign_pdf(&pdf, &certificate(&folder), today(), REASON).unwrap();
    let find = |wanted: &[u8]| signed.windows(wanted.len()).position(|window| window == wanted).unwrap();
    // In the page itself, and behind the signature.
    for place in [find(b"10 10 re"), signed.len() - 20] {
        let mut changed = signed.clone();
        changed[place] ^= 1;
        let said = folder.pdfsig(&changed);
        assert!(!said.contains("Signature is Valid"), "a change at {place} of {}: {said}", signed.len());
    }
    let said = folder.pdfsig(&signed);
    assert!(said.contains("Signature is Valid"), "{said}");
}

#[test]
fn what_the_document_was_stays() {
    let folder = made(&P256);
    for pdf in [with_table(), with_streams()] {
        let signed = sign_pdf(&pdf, &certificate(&folder), today(), REASON).unwrap();
        assert!(signed.starts_with(&pdf));
        assert!(folder.pdfsig(&signed).contains("Total document signed"));
        folder.qpdf(&signed);
        let (before, after) = (Document::load_mem(&pdf).unwrap(), Document::load_mem(&signed).unwrap());
        for (key, value) in before.catalog().unwrap() {
            let kept = after.catalog().unwrap().get(key).unwrap();
            assert!(key == b"AcroForm" || kept == value, "{}", String::from_utf8_lossy(key));
        }
        let form = after.catalog().unwrap().get_deref(b"AcroForm", &after).unwrap().as_dict().unwrap();
        assert_eq!(form.get(b"SigFlags").unwrap().as_i64().unwrap(), 3);
        assert_eq!(form.get(b"DA").unwrap().as_str().unwrap(), b"/F 0 Tf");
        assert_eq!(form.get(b"Fields").unwrap().as_array().unwrap().len(), 2);
        let page = after.get_dictionary(after.get_pages()[&1]).unwrap();
        assert_eq!(page.get(b"Annots").unwrap().as_array().unwrap().len(), 1);
        let id = |document: &Document, part: usize| {
            document.trailer.get(b"ID").unwrap().as_array().unwrap()[part].as_str().unwrap().to_vec()
        };
        assert_eq!(id(&after, 0), id(&before, 0));
        assert_ne!(id(&after, 1), id(&before, 1));
    }
}

#[test]
fn the_reason_and_the_time_stand_in_the_signature() {
    let signed = sign_pdf(&with_table(), &certificate(&made(&P256)), today(), REASON).unwrap();
    let document = Document::load_mem(&signed).unwrap();
    let mut signatures = document.objects.values().filter_map(|object| object.as_dict().ok());
    let signature = signatures.find(|object| object.has_type(b"Sig")).unwrap();
    assert_eq!(signature.get(b"M").unwrap().as_str().unwrap(), b"D:20260301093000+08'00'");
    assert_eq!(signature.get(b"SubFilter").unwrap().as_name().unwrap(), b"ETSI.CAdES.detached");
    assert_eq!(lopdf::decode_text_string(signature.get(b"Reason").unwrap()).unwrap(), REASON);
    assert_eq!(lopdf::decode_text_string(signature.get(b"Name").unwrap()).unwrap(), NAME);
}

#[test]
fn several_may_sign_one_after_the_other() {
    let (first, second) = (made(&P256), made(&RSA));
    let once = sign_pdf(&printed(), &certificate(&first), today(), "").unwrap();
    let twice = sign_pdf(&once, &certificate(&second), today(), "").unwrap();
    assert!(twice.starts_with(&once));
    let said = first.pdfsig(&twice);
    assert_eq!(said.matches("Signature is Valid").count(), 2, "{said}");
    assert_eq!(said.matches("Total document signed").count(), 1, "{said}");
    first.qpdf(&twice);
}

#[test]
fn the_certificates_above_are_in_the_signature() {
    let folder = Folder::new();
    for name in ["root", "between", "signer", "other"] {
        folder.key(name, &P256);
    }
    let authority = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign"];
    folder.certificate("root", "/CN=Example Root", &authority, None);
    folder.certificate("between", "/CN=Example Authority", &authority, Some("root"));
    folder.certificate("signer", "/CN=Example Office", &["keyUsage=digitalSignature"], Some("between"));
    folder.self_signed("other", "/CN=Unrelated", &[]);
    let above: Vec<u8> =
        ["other", "root", "between"].iter().flat_map(|name| folder.read(&format!("{name}.crt"))).collect();
    folder.write("above.crt", &above);
    let file = folder.p12("signer", &["-certfile", "above.crt"]);
    let certificate = Certificate::open(&file, PASSPHRASE).unwrap();
    assert_eq!(
        (certificate.subject(), certificate.issuer()),
        ("Example Office".into(), "Example Authority".into())
    );

    let signed = sign_pdf(&with_table(), &certificate, today(), "").unwrap();
    assert!(folder.pdfsig(&signed).contains("Signature is Valid"));
    // openssl checks the signature and the way up to the root by itself.
    let (contents, covered) = parts(&signed);
    folder.write("signature.der", &contents);
    folder.write("covered", &covered);
    let text = ["pkcs7", "-inform", "DER", "-in", "signature.der", "-print_certs", "-noout"];
    let certificates = folder.openssl(&text);
    assert_eq!(certificates.matches("subject=").count(), 3, "{certificates}");
    assert!(!certificates.contains("Unrelated"));
    let day = today().timestamp().to_string();
    folder.openssl(&[
        "cms",
        "-verify",
        "-inform",
        "DER",
        "-in",
        "signature.der",
        "-content",
        "covered",
        "-binary",
        "-cades",
        "-CAfile",
        "root.crt",
        "-purpose",
        "any",
        "-attime",
        &day,
        "-out",
        "checked",
    ]);
}

/// The signature of a document signed once, and the bytes that it covers.
fn parts(signed: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let document = Document::load_mem(signed).unwrap();
    let mut signatures = document.objects.values().filter_map(|object| object.as_dict().ok());
    let signature = signatures.find(|object| object.has_type(b"Sig")).unwrap();
    let range = signature.get(b"ByteRange").unwrap().as_array().unwrap();
    let place = |index: usize| usize::try_from(range[index].as_i64().unwrap()).unwrap();
    assert_eq!(place(0), 0);
    assert_eq!(place(2) + place(3), signed.len(), "up to the end");
    let covered = [&signed[..place(1)], &signed[place(2)..]].concat();
    assert_eq!((signed[place(1)], signed[place(2) - 1]), (b'<', b'>'), "all but the signature itself");
    (signature.get(b"Contents").unwrap().as_str().unwrap().to_vec(), covered)
}

#[test]
fn what_is_no_plain_pdf_is_refused() {
    let certificate = certificate(&made(&P256));
    let table = with_table();
    for pdf in [&b""[..], b"text", &table[..table.len() / 2]] {
        let refused = sign_pdf(pdf, &certificate, today(), "").unwrap_err();
        assert!(matches!(refused, SigningError::PdfUnreadable { .. }), "{refused}");
    }
}
