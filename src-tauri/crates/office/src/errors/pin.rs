//! Why a PIN is refused.

use messages::coded_errors;

coded_errors! {
    /// Why a PIN is refused.
    pub enum PinError {
        /// A PIN has 6 to 12 digits.
        Form { shortest: usize, longest: usize } = "pin.form",
        /// A PIN that anybody would try first.
        TooEasy = "pin.too-easy",
        /// The PIN isn't this person's.
        Wrong { name: String } = "pin.wrong",
        /// The person has no PIN yet.
        NotSet { name: String } = "pin.not-set",
        /// The PIN could not be hashed; a defect of this program.
        NotHashed = "pin.not-hashed",
    }
}
