//! A desk in a folder of its own, with windows that are only remembered.

use base64ct::{Base64, Encoding};
use desk::{Desk, Folders, Host, KioskTimes, Window, call};
use serde_json::{Value, json};
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};
use tempfile::TempDir;
use wire::PathKind;

pub const OPERATOR: &str = "操作员甲";
pub const PIN: &str = "246802";

/// Windows as a host would show them.
#[derive(Default)]
struct Windows(Mutex<HashSet<&'static str>>);

impl Host for Windows {
    fn show(&self, window: Window) -> Result<(), String> {
        self.0.lock().unwrap().insert(window.label());
        Ok(())
    }

    fn close(&self, window: Window) {
        self.0.lock().unwrap().remove(window.label());
    }

    fn is_open(&self, window: Window) -> bool {
        self.0.lock().unwrap().contains(window.label())
    }

    fn screens(&self) -> u32 {
        1
    }

    fn pick(&self, _kind: PathKind, _title: &str) -> Option<PathBuf> {
        None
    }
}

/// A desk, and the folder of its data.
pub struct Room {
    pub desk: Desk,
    pub folder: Arc<TempDir>,
}

impl Room {
    pub fn new() -> Self {
        Self::in_folder(Arc::new(TempDir::new().unwrap()))
    }

    /// Another start of the program on the same data.
    pub fn in_folder(folder: Arc<TempDir>) -> Self {
        Self { desk: desk_at(folder.path()), folder }
    }

    /// On the data in a folder that is somebody else's.
    pub fn at(path: &Path) -> Self {
        Self { desk: desk_at(path), folder: Arc::new(TempDir::new().unwrap()) }
    }

    /// A room with the sample session open.
    pub fn with_sample() -> Self {
        let room = Self::new();
        room.office("create_sample", json!({ "operator": OPERATOR, "pin": PIN }));
        room
    }

    /// A room with a small session that is no training, whose list and rules are adopted. No scrutineer has a PIN.
    pub fn with_real_session() -> Self {
        let room = Self::new();
        let profile = json!({
            "congress": "样例乡人民代表大会", "session": "第一次会议", "level": "township", "year": 2026,
            "presidium": "大会主席团", "language": "zh-CN", "training": false,
            "chief": "监票甲", "scrutineers": ["监票乙", "监票丙"], "threshold": 2, "tellers": ["计票甲"],
        });
        room.office("create_session", json!({ "profile": profile, "operator": OPERATOR, "pin": PIN }));
        room.adopt_three_projects();
        room
    }

    /// Sets three delegates, three projects and the usual rules for two seats, and adopts them.
    pub fn adopt_three_projects(&self) {
        let delegates = "代表证号,姓名,代表团\n001,甲,一团\n002,乙,一团\n003,丙,二团\n";
        let candidates = "编号,项目名称,建设内容,建设地点\n1,村道路灯,更换路灯,各村\n2,卫生院,新建门诊楼,集镇\n3,农贸市场,改造摊位,集镇\n";
        for (kind, text) in [("delegates", delegates), ("candidates", candidates)] {
            let content = Base64::encode_string(text.as_bytes());
            let name = format!("{kind}.csv");
            self.office("preview_import", json!({ "kind": kind, "name": name, "content": content }));
            self.office("import_list", json!({}));
        }
        let mut rules = self.office("rules", json!({}))["rules"].clone();
        rules["seats"] = json!(2);
        self.office("set_rules", json!({ "rules": rules }));
        let warnings = self.office("adoption", json!({}))["meaning"]["warnings"].as_array().unwrap().len();
        self.office("adopt", json!({ "acknowledged": warnings }));
    }

    pub fn ask(&self, window: Window, command: &str, request: Value) -> Result<Value, Value> {
        call(&self.desk, window, command, request).map_err(|problem| serde_json::to_value(problem).unwrap())
    }

    /// A secretariat's command that must succeed.
    pub fn office(&self, command: &str, request: Value) -> Value {
        self.ask(Window::Secretariat, command, request)
            .unwrap_or_else(|problem| panic!("{command}: {problem}"))
    }

    /// The code with which a secretariat's command is refused.
    pub fn refused(&self, command: &str, request: Value) -> String {
        code(&self.ask(Window::Secretariat, command, request).expect_err(command))
    }

    /// A kiosk's command that must succeed.
    pub fn kiosk(&self, command: &str, request: Value) -> Value {
        self.ask(Window::Kiosk, command, request).unwrap_or_else(|problem| panic!("{command}: {problem}"))
    }

    /// Runs the training session up to a step.
    pub fn rehearse(&self, until: &str) -> Value {
        self.office("rehearse", json!({ "until": until }))
    }

    /// The slips that were saved as a document, as a delegate reads them.
    pub fn slips(&self) -> Vec<String> {
        let pdf = self.document("slips.pdf");
        let words = text_of(&pdf);
        words.split_whitespace().filter(|word| is_slip(word)).map(str::to_owned).collect()
    }

    /// The key cards that were saved, by holder, as read from paper.
    pub fn cards(&self) -> Vec<String> {
        (1..=3).map(|holder| self.card(holder)).collect()
    }

    /// One key card that was saved, as read from paper.
    pub fn card(&self, holder: usize) -> String {
        card_text(&text_of(&self.document(&format!("key-card-{holder}.pdf"))))
    }

    fn document(&self, ending: &str) -> PathBuf {
        let sessions = std::fs::read_dir(self.folder.path().join("documents")).unwrap();
        let files = sessions.flat_map(|session| std::fs::read_dir(session.unwrap().path()).unwrap());
        files
            .map(|file| file.unwrap().path())
            .find(|path| path.to_string_lossy().ends_with(ending))
            .unwrap_or_else(|| panic!("no document {ending}"))
    }
}

fn desk_at(path: &Path) -> Desk {
    let folders = Folders { data: path.join("data"), documents: path.join("documents") };
    Desk::new(Box::new(Windows::default()), folders, KioskTimes::default())
}

pub fn code(problem: &Value) -> String {
    problem["code"].as_str().unwrap_or_default().to_owned()
}

/// Why two persons leave the check of the piles out.
pub const UNCHECKED: &str = "测试另有用意，此处不核对剩余票签。";

/// The operator and the chief scrutineer of the sample.
pub fn two() -> Value {
    json!({ "operatorPin": PIN, "scrutineer": "龙䶮", "scrutineerPin": PIN })
}

pub fn text_of(pdf: &std::path::Path) -> String {
    let output =
        std::process::Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The text of a document as it is saved now, without spaces.
pub fn document(room: &Room, id: &str) -> String {
    let folder = room.folder.path().join(format!("read-{id}"));
    let request = json!({ "id": id, "folder": folder, "language": "zh-CN", "ofd": false });
    let written = room.office("save_document", request);
    let paths = written["paths"].as_array().unwrap().iter().map(|path| Path::new(path.as_str().unwrap()));
    let pdf = paths.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "pdf")).unwrap();
    let text = text_of(pdf);
    text.split_whitespace().collect()
}

fn is_slip(word: &str) -> bool {
    let groups: Vec<&str> = word.split('-').collect();
    groups.len() == 4
        && groups.iter().all(|group| group.len() == 4 && group.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// The five rows of four groups on a card.
pub fn card_text(text: &str) -> String {
    let is_group =
        |word: &&str| word.len() == 4 && word.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    let rows = text.lines().map(|line| line.split_whitespace().filter(is_group).collect::<Vec<_>>());
    rows.filter(|row| row.len() == 4).map(|row| row.join(" ")).collect::<Vec<_>>().join(" ")
}
