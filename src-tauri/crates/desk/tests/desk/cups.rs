//! A printing system of a test's own: CUPS in a temporary folder, with printers that write what reaches them into files.

use std::{
    fs::{self, Permissions},
    os::unix::{
        fs::{PermissionsExt, symlink},
        net::UnixStream,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Longer than anything here takes on a slow machine.
const LIMIT: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(50);
const DAEMON: &str = "/usr/sbin/cupsd";
const STARTER: &str = "/usr/lib/cups/daemon/cups-exec";

/// No driver: what is printed passes as it is, and the log says what a driver would be told.
const FILTER: &str = "#!/bin/sh
echo \"DEBUG: copies=$4 title=$3 $5 end\" >&2
cat ${6:+\"$6\"}
";

/// A printer for A4 that takes PDF.
const DESCRIPTION: &str = "*PPD-Adobe: \"4.3\"
*FormatVersion: \"4.3\"
*FileVersion: \"1.0\"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: \"WHOLE.PPD\"
*Manufacturer: \"Test\"
*Product: \"(Whole)\"
*ModelName: \"Whole\"
*ShortNickName: \"Whole\"
*NickName: \"Whole\"
*PSVersion: \"(3010.000) 0\"
*cupsFilter: \"application/pdf 0 whole\"
*OpenUI *PageSize: PickOne
*DefaultPageSize: A4
*PageSize A4: \"\"
*CloseUI: *PageSize
*DefaultImageableArea: A4
*ImageableArea A4: \"0 0 595 842\"
*DefaultPaperDimension: A4
*PaperDimension A4: \"595 842\"
";

/// Asks again until there is an answer; fails the test when the limit is reached.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < LIMIT, "waited {} s in vain for {what}", LIMIT.as_secs());
        thread::sleep(PAUSE);
    }
}

/// Waits for a program to end; one that doesn't is ended.
pub fn ended(what: &str, child: &mut Child) -> bool {
    let start = Instant::now();
    while start.elapsed() < 4 * LIMIT {
        if let Some(status) = child.try_wait().unwrap() {
            return status.success();
        }
        thread::sleep(PAUSE);
    }
    child.kill().unwrap();
    child.wait().unwrap();
    panic!("{what} did not end");
}

/// A running CUPS, which ends with this value.
pub struct Cups {
    folder: TempDir,
    daemon: Child,
}

impl Cups {
    /// Starts it without a printer.
    pub fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("cups-").tempdir().unwrap();
        lay_out(folder.path());
        let of = |file: &str| folder.path().join(file);
        let daemon = Command::new(of("cupsd"))
            .args(["-f", "-c"])
            .arg(of("etc/cupsd.conf"))
            .arg("-s")
            .arg(of("etc/cups-files.conf"))
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let cups = Self { folder, daemon };
        until("CUPS", || UnixStream::connect(cups.server()).ok());
        cups
    }

    /// What `CUPS_SERVER` is to say.
    pub fn server(&self) -> PathBuf {
        self.folder.path().join("run/cups.sock")
    }

    /// Adds a printer that writes into a file, and gives the file.
    pub fn add_printer(&self, name: &str) -> PathBuf {
        let file = self.folder.path().join("out").join(name);
        let device = format!("file://{}", file.display());
        let description = self.folder.path().join("whole.ppd");
        let description = description.to_str().unwrap();
        self.administer(&["-p", name, "-E", "-v", &device, "-P", description]);
        file
    }

    pub fn make_default(&self, name: &str) {
        self.administer(&["-d", name]);
    }

    fn administer(&self, arguments: &[&str]) {
        let mut child = Command::new("/usr/sbin/lpadmin")
            .args(arguments)
            .env("CUPS_SERVER", self.server())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("lpadmin can't be run ({error}): install the package cups-client")
            });
        assert!(ended("lpadmin", &mut child), "lpadmin {arguments:?} failed: {}", self.log());
    }

    /// The log, in which each job says what its driver is told.
    pub fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.folder.path().join("log/error")).unwrap_or_default())
            .into_owned()
    }
}

impl Drop for Cups {
    fn drop(&mut self) {
        // Asked to end, it ends its drivers too.
        let pid = self.daemon.id().to_string();
        let asked = Command::new("kill").arg(&pid).status().is_ok_and(|status| status.success());
        let start = Instant::now();
        while asked && start.elapsed() < LIMIT && matches!(self.daemon.try_wait(), Ok(None)) {
            thread::sleep(PAUSE);
        }
        let _ended_already = self.daemon.kill();
        let _status = self.daemon.wait();
    }
}

fn lay_out(folder: &Path) {
    assert!(Path::new(DAEMON).is_file(), "{DAEMON} is missing: install the package cups-daemon");
    // Drivers run as a user of their own, who has to come through.
    let open = |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    open(folder, 0o711);
    for part in ["etc", "run", "spool", "cache", "log", "out", "bin", "bin/daemon", "bin/filter"] {
        fs::create_dir(folder.join(part)).unwrap();
        open(&folder.join(part), 0o755);
    }
    // Where AppArmor is at work, it keeps the one at the usual place to the usual folders.
    fs::copy(DAEMON, folder.join("cupsd")).unwrap();
    symlink(STARTER, folder.join("bin/daemon/cups-exec")).unwrap();
    fs::write(folder.join("whole.ppd"), DESCRIPTION).unwrap();
    fs::write(folder.join("bin/filter/whole"), FILTER).unwrap();
    open(&folder.join("bin/filter/whole"), 0o755);
    let at = folder.display();
    let settings = format!(
        "Listen {at}/run/cups.sock
Browsing Off
WebInterface No
DefaultAuthType None
LogLevel debug
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"
    );
    let files = format!(
        "FileDevice Yes
ServerBin {at}/bin
ServerRoot {at}/etc
StateDir {at}/run
RequestRoot {at}/spool
CacheDir {at}/cache
TempDir {at}/spool
AccessLog {at}/log/access
ErrorLog {at}/log/error
PageLog {at}/log/page
"
    );
    fs::write(folder.join("etc/cupsd.conf"), settings).unwrap();
    fs::write(folder.join("etc/cups-files.conf"), files).unwrap();
}
