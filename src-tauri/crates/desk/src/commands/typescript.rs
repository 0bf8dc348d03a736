//! The interface's types, from ours: `ui/src/shared/generated.ts` is this module's text.

use crate::{commands::COMMANDS, wire::Window};
use std::{
    any::TypeId,
    collections::{BTreeMap, BTreeSet},
};
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations of types by name: those that commands take and answer, and the types that these are made of.
///
/// They are sorted, because the order in which a type visits those it is made of is another in each build.
#[derive(Default)]
pub(crate) struct Declarations {
    known: BTreeSet<TypeId>,
    texts: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.known.insert(TypeId::of::<T>()) {
            return;
        }
        // What has no file of its own, such as a text or a list, has no declaration either.
        if T::output_path().is_some() {
            let config = Config::new();
            self.texts.insert(T::name(&config), format!("export {}\n\n", T::decl(&config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// What a command takes and answers, as the interface calls it.
pub(crate) struct Signature {
    request: String,
    answer: String,
}

/// Declares the types of a command.
pub(crate) fn signature<Request: TS + 'static, Answer: TS + 'static>(
    declarations: &mut Declarations,
) -> Signature {
    declarations.visit::<Request>();
    declarations.visit::<Answer>();
    let config = Config::new();
    Signature { request: Request::name(&config), answer: Answer::name(&config) }
}

/// The text of the generated file. The test of the same name writes it when `PIAOJUE_GENERATE` is set, and otherwise fails
/// when the file differs.
#[must_use]
pub fn generated() -> String {
    let mut declarations = Declarations::default();
    let interfaces: String = Window::ALL.map(|window| commands_of(window, &mut declarations)).concat();
    let head = "// Generated from the Rust crate `desk`; see its module `typescript`. Not edited by hand.";
    let declarations: String = declarations.texts.into_values().collect();
    format!("{head}\n\n{declarations}{interfaces}")
}

/// The commands that a window may ask for: what each takes and answers.
fn commands_of(window: Window, declarations: &mut Declarations) -> String {
    let title = match window {
        Window::Secretariat => "SecretariatCommands",
        Window::Kiosk => "KioskCommands",
        Window::Screen => "ScreenCommands",
    };
    let mut text = format!("export interface {title} {{\n");
    for command in COMMANDS.iter().filter(|command| command.window == window) {
        let Signature { request, answer } = (command.types)(declarations);
        let line = format!("    {}: {{ request: {request}; answer: {answer} }};\n", command.name);
        text.push_str(&line);
    }
    text.push_str("}\n\n");
    text
}
