//! Characters that were lost, that look like others, and that nobody sees.

/// The half-width twin of U+FF01 to U+FF5E, which are in the order of ASCII.
pub(super) fn narrowed(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '\u{3000}' => ' ',
        '￥' => '¥',
        other => other,
    }
}

/// Characters that nobody sees and that nothing needs: zero-width ones, marks of direction, spaces that don't break.
pub(super) const fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{00A0}' | '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2007}' | '\u{202F}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}')
}

/// Control characters, private and unassigned ones, and others that can't be printed. Variants of a character (U+FE00 to
/// U+FE0F, U+E0100 to U+E01EF) are let through: names are written with them.
pub(super) fn is_unprintable(character: char) -> bool {
    character.is_control()
        || is_unseen(character)
        || (character.is_whitespace() && !matches!(character, ' ' | '\u{3000}'))
        || matches!(character,
            '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{2065}' | '\u{2800}' | '\u{3164}' | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}' | '\u{FFFE}'..='\u{FFFF}' | '\u{E0000}'..='\u{E00FF}')
}

/// Whether this is a form of the dot within names of several parts. General list of standard characters: U+00B7.
pub(super) const fn is_dot(character: char) -> bool {
    matches!(
        character,
        '·' | '•' | '．' | '・' | '.' | '‧' | '∙' | '⋅' | '･' | '●' | 'ᐧ' | 'ㆍ' | '\u{0387}' | '﹒'
    )
}

/// The character that a radical of the block U+2F00 looks like.
pub(super) fn radical(character: char) -> Option<char> {
    let place = u32::from(character).checked_sub(0x2F00).and_then(|place| usize::try_from(place).ok())?;
    RADICALS.chars().nth(place)
}

/// The characters of the 214 radicals, in their order.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// A character that got lost on the way.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lost {
    /// Which it was, where that is known.
    pub known: Option<char>,
}

/// A sign in the place of a lost character of a name.
pub(super) fn stand_in(text: &str) -> Option<Lost> {
    let sign = text.chars().find(|character| is_stand_in(*character));
    match sign {
        Some(sign) => Some(private(sign)),
        None => is_described(text).then_some(Lost { known: None }),
    }
}

/// The mark of a lost character or a private code, in any text.
pub(super) fn lost(text: &str) -> Option<Lost> {
    let is_lost = |character: &char| matches!(character, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    text.chars().find(is_lost).map(private)
}

const fn is_stand_in(character: char) -> bool {
    matches!(character,
        '?' | '？' | '□' | '■' | '▢' | '▯' | '◻' | '◼' | '⬜' | '⬛' | '〓' | '*' | '＊' | '※' | '\u{FFFD}'
        | '\u{2FF0}'..='\u{2FFF}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Whether brackets describe a character by its parts: `(上龙下天)`, `[龙+天]`.
fn is_described(text: &str) -> bool {
    let pairs = [('上', '下'), ('左', '右'), ('外', '内'), ('内', '外')];
    text.split(['(', '（', '[', '【', '{', '〔']).skip(1).any(|inside| {
        let inside: Vec<char> = inside
            .chars()
            .take_while(|character| !matches!(character, ')' | '）' | ']' | '】' | '}' | '〕'))
            .collect();
        let described =
            pairs.iter().any(|(first, second)| inside.first() == Some(first) && inside.contains(second));
        described || inside.contains(&'+') || inside.contains(&'＋')
    })
}

/// The character that a private code stands for, by the tables of GBK and GB 18030 before and after 2005.
fn private(character: char) -> Lost {
    Lost { known: PRIVATE.iter().find(|(code, _)| *code == character).map(|(_, known)| *known) }
}

/// Private codes of GBK (A8BF, FE50 … FEA0) and the characters that have codes of their own since.
const PRIVATE: [(char, char); 82] = [
    ('\u{E7C7}', '\u{1E3F}'),
    ('\u{E7C8}', '\u{01F9}'),
    ('\u{E815}', '\u{2E81}'),
    ('\u{E816}', '\u{20087}'),
    ('\u{E817}', '\u{20089}'),
    ('\u{E818}', '\u{200CC}'),
    ('\u{E819}', '\u{2E84}'),
    ('\u{E81A}', '\u{3473}'),
    ('\u{E81B}', '\u{3447}'),
    ('\u{E81C}', '\u{2E88}'),
    ('\u{E81D}', '\u{2E8B}'),
    ('\u{E81E}', '\u{9FB4}'),
    ('\u{E81F}', '\u{359E}'),
    ('\u{E820}', '\u{361A}'),
    ('\u{E821}', '\u{360E}'),
    ('\u{E822}', '\u{2E8C}'),
    ('\u{E823}', '\u{2E97}'),
    ('\u{E824}', '\u{396E}'),
    ('\u{E825}', '\u{3918}'),
    ('\u{E826}', '\u{9FB5}'),
    ('\u{E827}', '\u{39CF}'),
    ('\u{E828}', '\u{39DF}'),
    ('\u{E829}', '\u{3A73}'),
    ('\u{E82A}', '\u{39D0}'),
    ('\u{E82B}', '\u{9FB6}'),
    ('\u{E82C}', '\u{9FB7}'),
    ('\u{E82D}', '\u{3B4E}'),
    ('\u{E82E}', '\u{3C6E}'),
    ('\u{E82F}', '\u{3CE0}'),
    ('\u{E830}', '\u{2EA7}'),
    ('\u{E831}', '\u{215D7}'),
    ('\u{E832}', '\u{9FB8}'),
    ('\u{E833}', '\u{2EAA}'),
    ('\u{E834}', '\u{4056}'),
    ('\u{E835}', '\u{415F}'),
    ('\u{E836}', '\u{2EAE}'),
    ('\u{E837}', '\u{4337}'),
    ('\u{E838}', '\u{2EB3}'),
    ('\u{E839}', '\u{2EB6}'),
    ('\u{E83A}', '\u{2EB7}'),
    ('\u{E83B}', '\u{2298F}'),
    ('\u{E83C}', '\u{43B1}'),
    ('\u{E83D}', '\u{43AC}'),
    ('\u{E83E}', '\u{2EBB}'),
    ('\u{E83F}', '\u{43DD}'),
    ('\u{E840}', '\u{44D6}'),
    ('\u{E841}', '\u{4661}'),
    ('\u{E842}', '\u{464C}'),
    ('\u{E843}', '\u{9FB9}'),
    ('\u{E844}', '\u{4723}'),
    ('\u{E845}', '\u{4729}'),
    ('\u{E846}', '\u{477C}'),
    ('\u{E847}', '\u{478D}'),
    ('\u{E848}', '\u{2ECA}'),
    ('\u{E849}', '\u{4947}'),
    ('\u{E84A}', '\u{497A}'),
    ('\u{E84B}', '\u{497D}'),
    ('\u{E84C}', '\u{4982}'),
    ('\u{E84D}', '\u{4983}'),
    ('\u{E84E}', '\u{4985}'),
    ('\u{E84F}', '\u{4986}'),
    ('\u{E850}', '\u{499F}'),
    ('\u{E851}', '\u{499B}'),
    ('\u{E852}', '\u{49B7}'),
    ('\u{E853}', '\u{49B6}'),
    ('\u{E854}', '\u{9FBA}'),
    ('\u{E855}', '\u{241FE}'),
    ('\u{E856}', '\u{4CA3}'),
    ('\u{E857}', '\u{4C9F}'),
    ('\u{E858}', '\u{4CA0}'),
    ('\u{E859}', '\u{4CA1}'),
    ('\u{E85A}', '\u{4C77}'),
    ('\u{E85B}', '\u{4CA2}'),
    ('\u{E85C}', '\u{4D13}'),
    ('\u{E85D}', '\u{4D14}'),
    ('\u{E85E}', '\u{4D15}'),
    ('\u{E85F}', '\u{4D16}'),
    ('\u{E860}', '\u{4D17}'),
    ('\u{E861}', '\u{4D18}'),
    ('\u{E862}', '\u{4D19}'),
    ('\u{E863}', '\u{4DAE}'),
    ('\u{E864}', '\u{9FBB}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_the_characters_that_they_look_like() {
        assert_eq!(RADICALS.chars().count(), 214);
        assert_eq!(radical('⼀'), Some('一'));
        assert_eq!(radical('⿕'), Some('龠'));
        assert_eq!(radical('⽂'), Some('文'));
        assert_eq!(radical('一'), None);
    }

    #[test]
    fn stand_ins_are_found_and_named_where_they_are_known() {
        for text in ["李?", "李？", "李□", "李〓〓", "李*", "李(上龙下天)", "李[龙+天]", "李\u{FFFD}"]
        {
            assert_eq!(stand_in(text), Some(Lost { known: None }), "{text}");
        }
        assert_eq!(stand_in("李\u{E81E}"), Some(Lost { known: Some('\u{9FB4}') }));
        assert_eq!(stand_in("孙丙三(女)"), None);
        assert_eq!(stand_in("䶮"), None);
    }
}
