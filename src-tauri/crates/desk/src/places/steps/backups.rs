//! Backups that a person asks for, and where they go.

use crate::{
    machine::files::{make_folder, typed_path},
    open::{desk::Desk, session::Open},
};
use wire::{DeskError, Nothing, Problem, SetBackupFolder};

pub(crate) fn back_up(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    open.back_up()
}

pub(crate) fn set_backup_folder(
    desk: &Desk,
    open: &mut Open,
    request: SetBackupFolder,
) -> Result<(), Problem> {
    let folder = typed_path(&request.folder)?;
    if folder.starts_with(desk.folders.sessions()) {
        return Err(DeskError::BackupFolderInside.into());
    }
    make_folder(&folder)?;
    let shown = folder.display().to_string();
    open.backup.folder.clone_from(&shown);
    open.backup.chosen = true;
    desk.change_settings(|settings| {
        settings.backup_folders.insert(open.id.clone(), shown);
    })
}
