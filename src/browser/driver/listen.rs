//! What the page reports: its address, whether it is seen, keys and taps.

use std::rc::Rc;

use super::Driver;
use crate::browser::listener::Listener;
use crate::browser::{clock, page};
use crate::domain::app::Event;
use crate::domain::app::route::Route;
use crate::domain::guide::session::{self, Key, Why};

impl Driver {
    /// Listeners that live as long as the app.
    pub(super) fn listen(self: &Rc<Self>) {
        let keep = |listener: Option<Listener>| listener.map(Listener::keep_for_ever);
        let driver = Rc::clone(self);
        keep(page::on_hash(move |hash| {
            let route = Route::parse(&hash);
            if driver.with(|app| app.route) != route {
                driver.send(Event::Visit(route));
            }
        }));
        let driver = Rc::clone(self);
        keep(page::on_visibility(move |visible| {
            if visible {
                // The clocks have been looked at: the page came back.
                driver.say_why_paused();
                driver.look_for_new_version();
            } else {
                driver.hidden();
            }
        }));
        let driver = Rc::clone(self);
        keep(page::on_freeze(move || driver.hidden()));
        let driver = Rc::clone(self);
        keep(page::on_page_hide(move || driver.leave()));
        // It heard nothing of other tabs while it was put aside: what is stored says where they are.
        keep(page::on_page_back(page::reload));
        let driver = Rc::clone(self);
        keep(page::on_key(move |key| {
            let playing = driver.with(|app| app.live.is_some() && app.route == Route::Session);
            if playing {
                // A key may wake the sound as well as a tap.
                driver.unlock_session();
                if driver.presses.may_choose() {
                    driver.send(Event::Key(key));
                }
            }
            playing || (key == Key::Escape && page::press(".page__back a"))
        }));
        let driver = Rc::clone(self);
        keep(page::on_click(move |element| {
            // A link starts the session only after this tap, by the change of address.
            let starts = element
                .closest("a[href='#/start']")
                .is_ok_and(|link| link.is_some());
            if starts || driver.with(|app| app.live.is_some()) {
                driver.unlock_session();
            }
        }));
    }

    /// Nobody can see the page from now on.
    fn hidden(self: &Rc<Self>) {
        let away = session::Event::Away {
            last_seen: clock::now(),
            why: Why::Hidden,
        };
        self.send(Event::Session(away));
    }
}
