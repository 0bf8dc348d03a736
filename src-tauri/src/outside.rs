//! What lets other programs drive the windows, or look into them: variables of the web view, and on Windows its policies.

use std::ffi::OsString;

/// Variables by which `WebKitGTK` lets itself be driven or looked into.
const OF_WEBKIT: [&str; 3] =
    ["TAURI_WEBVIEW_AUTOMATION", "WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];

/// How the names of all variables begin that change what `WebView2` does: arguments of the browser, such as a port to drive it
/// from, another browser, another folder of its data, a debugger. Windows heeds no case in names.
const OF_WEBVIEW2: &str = "WEBVIEW2_";

/// Returns the first of these variables' names that is such a variable.
pub fn first_variable(names: impl Iterator<Item = OsString>) -> Option<String> {
    names
        .map(|name| name.to_string_lossy().into_owned())
        .find(|name| OF_WEBKIT.contains(&name.as_str()) || name.to_ascii_uppercase().starts_with(OF_WEBVIEW2))
}

/// Returns what is set in this program's environment, or in the policies of the computer or the account, that lets other
/// programs drive its windows.
pub(crate) fn found() -> Option<String> {
    first_variable(std::env::vars_os().map(|(name, _)| name)).or_else(first_policy)
}

/// The policies of WebView2 are registry values named after the program that they are for, or `*` for all programs
/// (`CreateCoreWebView2EnvironmentWithOptions` in Microsoft's reference).
#[cfg(windows)]
fn first_policy() -> Option<String> {
    use winreg::{
        RegKey,
        enums::{HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE},
    };
    const KEYS: &str = r"SOFTWARE\Policies\Microsoft\Edge\WebView2";
    const POLICIES: [&str; 6] = [
        "AdditionalBrowserArguments",
        "BrowserExecutableFolder",
        "UserDataFolder",
        "ReleaseChannelPreference",
        "ChannelSearchKind",
        "ReleaseChannels",
    ];
    let program = std::env::current_exe().ok();
    let program = program.as_deref().and_then(std::path::Path::file_name).map(|name| name.to_string_lossy());
    let is_ours = |name: &str| {
        name == "*"
            || name.eq_ignore_ascii_case(IDENTIFIER)
            || program.as_ref().is_some_and(|program| name.eq_ignore_ascii_case(program))
    };
    let set = |root: RegKey, policy: &str| {
        let path = format!(r"{KEYS}\{policy}");
        let key = root.open_subkey(&path).ok()?;
        let found = key.enum_values().filter_map(Result::ok).any(|(name, _)| is_ours(&name));
        found.then_some(path)
    };
    POLICIES.iter().find_map(|policy| {
        [HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER].into_iter().find_map(|root| set(RegKey::predef(root), policy))
    })
}

/// The application's identifier, as `tauri.conf.json` has it.
#[cfg(windows)]
const IDENTIFIER: &str = "cn.piaojue.desktop";

/// Other web views have no policies.
#[cfg(not(windows))]
const fn first_policy() -> Option<String> {
    None
}
