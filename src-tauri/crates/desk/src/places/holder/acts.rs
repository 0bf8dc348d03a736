//! A holder's steps: each is on this computer's disk before its file is on the stick.

use crate::{
    machine::{
        files::typed_path,
        part_files::PartFile,
        sticks::{read_key_file, read_key_file_seen, write},
    },
    open::{
        desk::Desk,
        part::{Part, opened},
    },
    places::holder::view::held,
};
use key_holders::{EXTENSION, Holder, Invitation, KeyHolderError, Pending};
use rand::rngs::OsRng;
use std::path::{Path, PathBuf};
use wire::{HeardFile, JoinKeyCeremony, Nothing, OpenPart, PartFolder, PartWritten, Problem, TakeFile};
use zeroize::Zeroizing;

pub(crate) fn join_key_ceremony(desk: &Desk, request: JoinKeyCeremony) -> Result<PartWritten, Problem> {
    let passphrase = Zeroizing::new(request.passphrase);
    let (path, invitation) = read_key_file_seen(&request.file, &request.seen)?;
    let id = Invitation::read(&invitation)?.ceremony();
    let mut place = desk.part();
    *place = None;
    let file = PartFile::new(&desk.folders, &id)?;
    let joined = Holder::join(&invitation, request.holder, &passphrase, &mut OsRng)?;
    let part = place.insert(Part::begin(id, file, joined)?);
    write_out(part, &folder_for(&request.folder, &path))
}

pub(crate) fn open_part(desk: &Desk, request: OpenPart) -> Result<(), Problem> {
    let mut place = desk.part();
    // Closed first: its file is locked while it is open.
    *place = None;
    let file = PartFile::open(&desk.folders, &request.id)?;
    *place = Some(Part::open(request.id, file, request.passphrase)?);
    Ok(())
}

pub(crate) fn close_part(desk: &Desk, _: Nothing) -> Result<(), Problem> {
    *desk.part() = None;
    Ok(())
}

pub(crate) fn confirm_holders(desk: &Desk, request: HeardFile) -> Result<PartWritten, Problem> {
    let (path, text) = read_key_file_seen(&request.file, &request.seen)?;
    let folder = folder_for(&request.folder, &path);
    take(desk, &folder, |holder| holder.confirm(&text, &request.spoken, &mut OsRng))
}

pub(crate) fn share_part(desk: &Desk, request: TakeFile) -> Result<PartWritten, Problem> {
    let (path, text) = read_key_file(&request.file)?;
    take(desk, &folder_for(&request.folder, &path), |holder| holder.share(&text, &mut OsRng))
}

pub(crate) fn finish_part(desk: &Desk, request: TakeFile) -> Result<PartWritten, Problem> {
    let (path, text) = read_key_file(&request.file)?;
    take(desk, &folder_for(&request.folder, &path), |holder| holder.finish(&text, &mut OsRng))
}

pub(crate) fn count_closed_box(desk: &Desk, request: HeardFile) -> Result<PartWritten, Problem> {
    let (path, text) = read_key_file_seen(&request.file, &request.seen)?;
    let folder = folder_for(&request.folder, &path);
    take(desk, &folder, |holder| holder.count(&text, &request.spoken, &mut OsRng))
}

/// Writes the last file for the station once more: a stick was lost, or pulled out too early.
pub(crate) fn write_part_file(desk: &Desk, request: PartFolder) -> Result<PartWritten, Problem> {
    let folder = typed_path(&request.folder)?;
    write_out(opened(&mut desk.part())?, &folder)
}

/// Erases the open part at its holder's word.
pub(crate) fn erase_part(desk: &Desk, _: Nothing) -> Result<(), Problem> {
    let mut place = desk.part();
    opened(&mut place)?;
    place.take().map_or(Ok(()), Part::erase)
}

/// Does a step of the open part, and writes its file for the station.
fn take(
    desk: &Desk,
    folder: &Path,
    step: impl FnOnce(&Holder) -> Result<Pending, KeyHolderError>,
) -> Result<PartWritten, Problem> {
    let mut place = desk.part();
    let part = opened(&mut place)?;
    part.step(step)?;
    write_out(part, folder)
}

fn write_out(part: &Part, folder: &Path) -> Result<PartWritten, Problem> {
    let holder = &part.holder;
    let stem = holder.step().outgoing().file_name(Some(holder.number()));
    let path = write(folder, &stem, EXTENSION, holder.outgoing().as_bytes())?;
    Ok(PartWritten { part: held(part)?, path })
}

/// Where a step's file goes: the folder that was typed, or else beside the file that was read.
fn folder_for(typed: &str, read: &Path) -> PathBuf {
    match typed.trim() {
        "" => read.parent().map(Path::to_owned).unwrap_or_default(),
        typed => PathBuf::from(typed),
    }
}
