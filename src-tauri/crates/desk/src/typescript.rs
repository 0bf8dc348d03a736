//! The interface's types, from ours: `ui/src/shared/generated.ts` is this module's text.

use crate::commands::{
    COMMANDS,
    declarations::{Declarations, Signature},
};
use wire::Window;

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
