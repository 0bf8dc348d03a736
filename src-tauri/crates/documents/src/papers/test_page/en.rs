//! The printer test page in English.

use super::Labels;

pub(super) const LABELS: Labels = Labels {
    program: "Piaojue",
    title: "Printer Test Page",
    to_check: &[
        "1. The thin lines around this text are the edges of the type area. They must be whole, about 28 mm from the left edge of the sheet and 37 mm from its top.",
        "2. These characters must be clear, with no empty box among them: 赞成 反对 弃权 ○ × 䶮㛃𬭚堃喆玥昇垚燚祎旻.",
        "3. The code below must scan.",
    ],
};
