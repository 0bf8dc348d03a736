//! The types that commands take and answer, as TypeScript declares them.

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
    pub texts: BTreeMap<String, String>,
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
    pub request: String,
    pub answer: String,
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
