//! Writing the record, and a copy of the station's key.

use crate::{
    machine::files::{free, make_folder, typed_path},
    open::{desk::Desk, session::Open},
};
use office::papers::Documents;
use record_export::{Document, EXTENSION};
use std::{fs, io};
use wire::{DeskError, Problem, SaveStationKey, SaveTo, Written};

/// Writes the record of the session into a folder, with every document that can be made now, which are official from then on
/// if they weren't before. It is anybody's to check.
pub(crate) fn export_record(desk: &Desk, open: &mut Open, request: SaveTo) -> Result<Written, Problem> {
    let folder = desk.folders.chosen(&open.id, &request.folder)?;
    let made = Documents::new(&open.office, desk.fonts()?, None)?.make_all()?;
    open.issue(&made)?;
    let documents: Vec<Document<'_>> =
        made.iter().map(|paper| Document { name: &paper.name, bytes: &paper.bytes }).collect();
    let target = free(|number| match number {
        1 => folder.join(format!("{}.{EXTENSION}", open.id)),
        _ => folder.join(format!("{}-{number}.{EXTENSION}", open.id)),
    });
    record_export::save(&open.office, &documents, &target)?;
    Ok(Written { paths: vec![target.display().to_string()] })
}

pub(crate) fn save_station_key(
    desk: &Desk,
    open: &mut Open,
    request: SaveStationKey,
) -> Result<Written, Problem> {
    let folder = typed_path(&request.folder)?;
    desk.check_own_pin(open, &request.pin)?;
    make_folder(&folder)?;
    let target = folder.join(format!("{}.key", open.id));
    if target.exists() {
        let there = io::Error::from(io::ErrorKind::AlreadyExists);
        return Err(DeskError::path(&target, &there).into());
    }
    let key = desk.folders.session(&open.id).key();
    fs::copy(key, &target).map_err(|error| DeskError::path(&target, &error))?;
    Ok(Written { paths: vec![target.display().to_string()] })
}
