//! Rules of every kind, made up by chance.

use procedure::{
    ballot::Selection,
    count::Seats,
    fraction::{Fraction, Proportion},
    rules::{
        Base, Body, Category, CategoryBreach, Division, FurtherMajority, LateArrival, Legend, Majority,
        MarksTaken, Order, Rules, TieRule, TooFewRule,
    },
};
use proptest::{prelude::*, sample::select};

fn division() -> impl Strategy<Value = Division> {
    let whole = (1..20_u32, proptest::option::of(1..25_u32))
        .prop_map(|(seats, selection_limit)| Division::Whole { seats: Seats(seats), selection_limit });
    let categories = proptest::collection::vec(1..9_u32, 1..5).prop_map(|seats| {
        let named = seats.into_iter().zip(["道路", "学校", "医疗", "养老"]);
        Division::Categories(
            named.map(|(seats, name)| Category { name: name.into(), seats: Seats(seats) }).collect(),
        )
    });
    prop_oneof![whole, categories]
}

fn fraction() -> impl Strategy<Value = Fraction> {
    let texts = ["0", "1/5", "1/2", "3/5", "2/3", "33/100", "1"];
    select(texts.to_vec()).prop_map(|text| text.parse().unwrap())
}

fn proportion() -> impl Strategy<Value = Proportion> {
    (fraction(), any::<bool>()).prop_map(|(fraction, strictly)| {
        if strictly { Proportion::MoreThan(fraction) } else { Proportion::AtLeast(fraction) }
    })
}

fn legend() -> impl Strategy<Value = Legend> {
    let signs = [["○", "×", ""], ["", "×", "△"], ["√", "", "○"], ["√", "×", "○"]];
    select(signs.to_vec()).prop_map(|[approve, oppose, abstain]| Legend {
        approve: approve.into(),
        oppose: oppose.into(),
        abstain: abstain.into(),
    })
}

/// Rules of every kind.
pub(super) fn rules() -> impl Strategy<Value = Rules> {
    let further = [FurtherMajority::Plurality, FurtherMajority::Same];
    let ballots = (
        select(vec![Body::Congress, Body::StandingCommittee, Body::StreetAssembly]),
        select(vec![MarksTaken::ApproveOpposeAbstain, MarksTaken::ApproveOnly]),
        select(vec![Selection::AtMost, Selection::Exactly]),
        select(vec![CategoryBreach::Ballot, CategoryBreach::Category]),
        select(vec![Order::Votes, Order::List]),
        select(vec![LateArrival::UntilClose, LateArrival::UntilOpen]),
    );
    let deciding = (
        select(vec![Base::All, Base::Present, Base::Issued, Base::Collected, Base::Valid]),
        select(vec![TieRule::FurtherRound, TieRule::All, TieRule::None, TieRule::Lot]),
        select(vec![TooFewRule::Accept, TooFewRule::FurtherRound]),
        0..4_u32,
        select(further.to_vec()),
        select(further.to_vec()),
    );
    let amounts = (division(), proportion(), proportion(), fraction(), legend());
    (ballots, deciding, amounts).prop_map(
        |(ballots, deciding, (division, quorum, proportion, margin, legend))| {
            let (body, marks, selection, category_breach, order, late_arrival) = ballots;
            let mut rules = Rules::preset(body, division).unwrap().with_legend(legend).unwrap();
            (rules.marks, rules.selection, rules.category_breach) = (marks, selection, category_breach);
            (rules.order, rules.late_arrival, rules.quorum, rules.margin) =
                (order, late_arrival, quorum, margin);
            rules.majority = Majority { of: deciding.0, proportion };
            (rules.tie, rules.too_few, rules.further_rounds_at_most) = (deciding.1, deciding.2, deciding.3);
            (rules.tie_majority, rules.too_few_majority) = (deciding.4, deciding.5);
            rules
        },
    )
}
