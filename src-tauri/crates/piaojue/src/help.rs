//! The longer help: what the files look like that the commands take.

/// Headings in both languages.
pub const TEMPLATE: &str = "{about-with-newline}\n用法 · Usage: {usage}\n\n{all-args}{after-help}";
/// The heading of the arguments.
pub const ARGUMENTS: &str = "参数 · Arguments";
/// The heading of the options.
pub const OPTIONS: &str = "选项 · Options";
/// The heading of the commands.
pub const COMMANDS: &str = "命令 · Commands";

/// Of all commands.
pub const ALL: &str = "\
退出码 · Exit codes:
  0  完成 · Done
  1  文件未通过检查 · A file fails its checks
  2  输入有误，未写入任何内容 · The input could not be used; nothing was written

详细说明与示例 · Details and examples: piaojue <COMMAND> --help";

/// Of `outcome`.
pub const OUTCOME: &str = r#"CASE.json 示例 · An example:
  { "rules": { "seats": 2, "quorum": "2/3", "majority": { "of": "all", "more_than": "1/2" },
               "selection": "at-most", "tie": "further-round", "too_few": "accept" },
    "account": { "delegates": 100, "present": 98, "issued": 98, "collected": 97, "void": 1 },
    "candidates": [ { "id": "A", "approve": 80, "oppose": 9 },
                    { "id": "B", "approve": 60, "oppose": 20 },
                    { "id": "C", "approve": 40 } ] }

rules 中除 seats 或 categories 外均可省略 · All rules but seats or categories may be left out:
  selection         at-most | exactly                       selection_limit    3
  marks             approve-oppose-abstain | approve-only   margin             "1/5"
  majority.of       all | present | issued | collected | valid
  majority          more_than | at_least                    order              votes | list
  tie               further-round | all | none | lot        tie_majority       plurality | same
  too_few           accept | further-round                  too_few_majority   same | plurality
  further_rounds_at_most  1                                 body               congress | standing-committee | street-assembly
  fewest_ballots    3                                       开启合计的最少票数 · fewest ballots to open the totals of
  categories        [ { "name": "roads", "seats": 1 } ]     然后每个候选项目有 category · then each candidate has a category
再次票决另有 · A further round also has:  "round": 2, "called_for": "tie" | "too-few""#;

/// Of `verify`.
pub const VERIFY: &str = "\
只用档案本身核对：清单和签名、审计日志、名单和票决办法、每张密封选票的证明、票数汇总、结果、文书。
Checks with nothing but the record: manifest and signatures, audit log, list and rules, every sealed ballot's proofs,
totals, outcome, documents.

“说明”是不寻常之处：演练、抽签、争议、遗失、恢复、各种书面说明等。说明不影响是否通过。
What is out of the ordinary is noted: rehearsal, lots, disputes, lost kiosks, restores, statements. No note makes a record fail.

票箱中的选票是否都来自封箱前制作的票签，须与封箱时签名的报告单上的票签清单承诺值核对：--sealed。
That each ballot came with the token of a slip made before the sealing is shown by the commitment on the report signed then: --sealed.

公钥取自档案本身。全部通过后，请与工作站显示的公钥和纸面上的校验值核对。
The key is in the record itself. Once all checks hold, compare it with the one that the station shows.

各项检查的编号见 docs/record-format.md · The checks' numbers are explained in docs/record-format.md
退出码 · Exit codes:  0  全部通过 · all hold   1  有一项不通过，没有进行过票决，或没有所查的选票、条目、票签清单
                         · a check fails, nothing was voted, or no such ballot, entry or list
                      2  文件不能使用 · the file can't be used";

/// Of `list`.
pub const LIST: &str = r"读出的内容分三种 · What is read is one of three:
  明确 clear   照此导入，每处改动都列出 · taken as it is; every change is shown
  待答 open    须由人回答：--answer CODE[@ROW]=CHOICE · a person answers
  有误 wrong   指出工作表、行、列、内容、原因和办法 · sheet, row, column, value, reason and remedy

--column 的字段 · The fields of --column:
  代表 delegates       number, name, delegation, in_office
  候选项目 candidates  number, name, content, sub_items, location, investment, investment_this_year, sources,
                       responsible_unit, deadline, benefit, category, origin

退出码 · Exit codes:  0  可以导入 · can be imported   1  有待回答的询问 · questions are open
                      2  有误，或者读不出 · findings, or it can't be read";

/// Of `rehearse`.
pub const REHEARSE: &str = r#"SESSION.toml 示例 · An example:
  [congress]
  name = "某某镇人民代表大会"
  session = "第二次会议"
  level = "township"           # province | city | county | township
  year = 2026
  language = "zh-CN"           # 文件的语言，可省略 · of the documents, may be left out: zh-CN | en
  [rules]                      # 与 outcome 的 rules 相同 · as the rules of outcome
  seats = 10
  [scrutineers]
  chief = "张三"
  members = ["李四", "王五"]
  threshold = 2                # 开启票数汇总需要几张钥匙卡 · how many key cards open the totals
  [tellers]
  members = ["赵六"]
  [checkin]
  present = 58                 # 或代表证号 · or delegates' numbers: ["001", "002"]

名单的列 · Columns of the lists (piaojue list 说明如何读 · says how they are read):
  代表 · delegates     代表证号, 姓名, 代表团 [, 是否在任]
  候选项目 · candidates  编号, 项目名称 [, 建设内容, 建设地点, 总投资(万元), 完成时限, 类别, …]
选票，每行一张 · Ballots, one row each (+ 赞成 approve, - 反对 oppose, 空 empty: 弃权 abstain):
  round,1,2,3
  1,+,-,"#;
