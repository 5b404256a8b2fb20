//! The questions before the first session (facts 5, 6 and 9) and what follows from an answer.
//!
//! They never block for ever: every answer has a way on, and "I'll ask first" leads back to Today,
//! from where Start asks the same question again.

use serde::{Deserialize, Serialize};

use crate::domain::day::Day;
use crate::domain::routine::Exercise;

/// After so many days without a session the questions are asked again.
pub const ASK_AGAIN_AFTER_DAYS: i32 = 90;

/// One page of the questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SafetyPage {
    /// Is anything in the knee torn or damaged? (fact 6)
    #[default]
    Damage,
    /// Interruption after a yes or an unsure answer.
    AskAboutDamage,
    /// Has a doctor been asked? (fact 9)
    Doctor,
    /// Interruption after "Not yet".
    AskDoctor,
    /// Down to the floor and up again, ours (decision 11).
    Floor,
    /// Stop if it hurts (fact 5), and a voice that can be heard.
    StopIfItHurts,
    /// Chair, wall, mat (facts 12, 23, 39).
    GetSetUp,
}

/// One button on one of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Answer {
    Damage(Damage),
    /// The doctor or physio said that it is fine.
    TheySaidOk,
    /// To the doctor first, and no further today.
    AskFirst,
    /// Only to read the exercises.
    JustLook,
    AskedDoctor(bool),
    MyChoice,
    Floor(Floor),
    Understood,
    /// The room is ready.
    Ready,
}

/// Is anything in the knee torn or damaged?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Damage {
    Yes,
    No,
    Unsure,
}

/// Down to the floor and back up?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Floor {
    Alone,
    WithHelp,
    /// The floor exercises then start as skipped, which can be changed.
    No,
}

/// Where an answer leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// To another page of the questions.
    Page(SafetyPage),
    /// Back to Today.
    Today,
    /// To the list of exercises.
    Routine,
    /// On to what the questions came before.
    Ready,
}

/// What a person was about to do when the questions came first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Wanted {
    Session,
    Practice(Exercise),
}

/// What was answered, and when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Fact 6.
    pub damage: Option<Damage>,
    /// Whether the doctor was asked (fact 9); `Some(false)` is "it is my choice".
    pub doctor: Option<bool>,
    /// Ours.
    pub floor: Option<Floor>,
    /// The day on which "I understand" (fact 5) was pressed: the questions are then done.
    pub understood: Option<Day>,
    /// What comes after the questions, for as long as they are being asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wanted: Option<Wanted>,
}

impl SafetyPage {
    /// All of them, in the order in which the longest way meets them.
    pub const ALL: [Self; 7] = [
        Self::Damage,
        Self::AskAboutDamage,
        Self::Doctor,
        Self::AskDoctor,
        Self::Floor,
        Self::StopIfItHurts,
        Self::GetSetUp,
    ];

    /// Its name in a route, below `safety`; the first page has none.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Damage => "",
            Self::AskAboutDamage => "ask-about-damage",
            Self::Doctor => "doctor",
            Self::AskDoctor => "ask-doctor",
            Self::Floor => "floor",
            Self::StopIfItHurts => "stop-if-it-hurts",
            Self::GetSetUp => "get-set-up",
        }
    }

    /// The page of that name in a route.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.slug() == slug)
    }

    /// Its number among the four questions, from 1; the room is no question.
    pub const fn number(self) -> Option<usize> {
        Some(match self {
            Self::Damage | Self::AskAboutDamage => 1,
            Self::Doctor | Self::AskDoctor => 2,
            Self::Floor => 3,
            Self::StopIfItHurts => 4,
            Self::GetSetUp => return None,
        })
    }

    /// The page before this one; the first has none.
    pub const fn back(self) -> Option<Self> {
        match self {
            Self::Damage => None,
            Self::AskAboutDamage | Self::Doctor => Some(Self::Damage),
            Self::AskDoctor | Self::Floor => Some(Self::Doctor),
            Self::StopIfItHurts => Some(Self::Floor),
            Self::GetSetUp => Some(Self::StopIfItHurts),
        }
    }
}

impl Answers {
    /// Whether the questions come before the next session: until they are all answered, and again
    /// after a long time away. `last` is the day of the last session.
    pub fn to_ask(&self, last: Option<Day>, today: Day) -> bool {
        let Some(understood) = self.understood else {
            return true;
        };
        // One day ahead is a journey across the date line; more is a clock that was wrong then, and
        // must not put the questions off until its date has come.
        let seen = [Some(understood), last].into_iter().flatten();
        let newest = seen.filter(|day| *day - today <= 1).max();
        newest.is_none_or(|day| today - day > ASK_AGAIN_AFTER_DAYS)
    }

    /// Takes an answer in and says where it leads.
    pub fn take(&mut self, answer: Answer, today: Day) -> Next {
        match answer {
            Answer::Damage(damage) => {
                self.damage = Some(damage);
                if damage != Damage::No {
                    // An earlier permission does not outlast this, wherever the person goes now.
                    self.understood = None;
                }
                Next::Page(match damage {
                    Damage::No => SafetyPage::Doctor,
                    Damage::Yes | Damage::Unsure => SafetyPage::AskAboutDamage,
                })
            }
            Answer::TheySaidOk => Next::Page(SafetyPage::Doctor),
            Answer::AskFirst => {
                // Earlier answers do not outlast this one: Start asks again.
                self.understood = None;
                Next::Today
            }
            Answer::JustLook => Next::Routine,
            Answer::AskedDoctor(asked) => {
                self.doctor = Some(asked);
                if !asked {
                    self.understood = None;
                }
                Next::Page(if asked {
                    SafetyPage::Floor
                } else {
                    SafetyPage::AskDoctor
                })
            }
            Answer::MyChoice => Next::Page(SafetyPage::Floor),
            Answer::Floor(floor) => {
                self.floor = Some(floor);
                Next::Page(SafetyPage::StopIfItHurts)
            }
            Answer::Understood => {
                self.understood = Some(today);
                Next::Page(SafetyPage::GetSetUp)
            }
            Answer::Ready => Next::Ready,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day::from_epoch_days(20_000);

    #[test]
    fn the_short_way_through() {
        let mut answers = Answers::default();
        assert!(answers.to_ask(None, TODAY));
        let way = [
            Answer::Damage(Damage::No),
            Answer::AskedDoctor(true),
            Answer::Floor(Floor::Alone),
            Answer::Understood,
            Answer::Ready,
        ];
        let pages: Vec<Next> = way.map(|answer| answers.take(answer, TODAY)).to_vec();
        assert_eq!(
            pages,
            [
                Next::Page(SafetyPage::Doctor),
                Next::Page(SafetyPage::Floor),
                Next::Page(SafetyPage::StopIfItHurts),
                Next::Page(SafetyPage::GetSetUp),
                Next::Ready,
            ]
        );
        assert!(!answers.to_ask(None, TODAY));
    }

    #[test]
    fn a_damaged_knee_is_told_to_ask_first_and_then_asked_again() {
        let mut answers = Answers::default();
        for damage in [Damage::Yes, Damage::Unsure] {
            let next = answers.take(Answer::Damage(damage), TODAY);
            assert_eq!(next, Next::Page(SafetyPage::AskAboutDamage));
        }
        assert_eq!(answers.take(Answer::AskFirst, TODAY), Next::Today);
        assert!(answers.to_ask(None, TODAY));
    }

    #[test]
    fn an_answer_to_be_careful_takes_an_earlier_permission_back_at_once() {
        let careful = [
            Answer::Damage(Damage::Yes),
            Answer::Damage(Damage::Unsure),
            Answer::AskedDoctor(false),
            Answer::AskFirst,
        ];
        for answer in careful {
            let mut answers = Answers {
                understood: Some(TODAY),
                ..Answers::default()
            };
            answers.take(answer, TODAY);
            assert!(answers.to_ask(None, TODAY), "{answer:?}");
        }
    }

    #[test]
    fn a_clock_that_was_ahead_does_not_put_the_questions_off() {
        let ahead = |days: i32| Answers {
            understood: Some(TODAY + days),
            ..Answers::default()
        };
        assert!(!ahead(1).to_ask(None, TODAY));
        assert!(ahead(30_000).to_ask(None, TODAY));
        assert!(!ahead(30_000).to_ask(Some(TODAY + -3), TODAY));
    }

    #[test]
    fn the_questions_come_again_after_90_days_away() {
        let answers = Answers {
            understood: Some(TODAY),
            ..Answers::default()
        };
        let day = |days: i32| Day::from_epoch_days(20_000 + days);
        assert!(!answers.to_ask(None, day(90)));
        assert!(answers.to_ask(None, day(91)));
        assert!(!answers.to_ask(Some(day(60)), day(150)));
        assert!(answers.to_ask(Some(day(60)), day(151)));
    }
}
