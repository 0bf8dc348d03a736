//! The program doesn't start where others could drive its windows.

use piaojue_desktop::outside::first_variable;
use std::process::Command;

#[test]
fn a_variable_that_lets_others_drive_the_windows_is_found() {
    for name in [
        "TAURI_WEBVIEW_AUTOMATION",
        "WEBKIT_INSPECTOR_SERVER",
        "WEBKIT_INSPECTOR_HTTP_SERVER",
        "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS",
        "WEBVIEW2_BROWSER_EXECUTABLE_FOLDER",
        "WEBVIEW2_USER_DATA_FOLDER",
        "WEBVIEW2_PIPE_FOR_SCRIPT_DEBUGGER",
        "WEBVIEW2_WAIT_FOR_SCRIPT_DEBUGGER",
        "WebView2_Release_Channel_Preference",
    ] {
        let names = ["PATH", name, "HOME"].map(Into::into);
        assert_eq!(first_variable(names.into_iter()).as_deref(), Some(name));
    }
    let usual = ["PATH", "WEBKIT_DISABLE_DMABUF_RENDERER", "PIAOJUE_DATA"].map(Into::into);
    assert_eq!(first_variable(usual.into_iter()), None);
}

#[test]
fn the_program_does_not_start_where_others_could_drive_its_windows() {
    for name in ["WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS", "WEBKIT_INSPECTOR_SERVER"] {
        let program = env!("CARGO_BIN_EXE_piaojue-desktop");
        let started = Command::new(program).env(name, "--remote-debugging-port=9222").output().unwrap();
        assert_eq!(started.status.code(), Some(2), "{name}");
        assert!(String::from_utf8_lossy(&started.stderr).contains(name), "{name}");
    }
}
