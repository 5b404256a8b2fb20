//! Which of the ways to put the app on a home screen fits a device.

/// A kind of browser, as far as installing differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Platform {
    /// iPhone or iPad, whatever the browser: Share, Add to Home Screen.
    AppleMobile,
    /// Safari on a Mac: File, Add to Dock.
    MacSafari,
    /// Firefox on a computer or Android: a bookmark.
    Firefox,
    /// Chrome, Edge, Samsung Internet and the like: the browser's own prompt or menu.
    Chromium,
}

impl Platform {
    /// Reads the browser's own description. `touch_points` tells an iPad, which calls itself a
    /// Macintosh.
    pub fn of(user_agent: &str, touch_points: u32) -> Self {
        let has = |part: &str| user_agent.contains(part);
        let apple_mobile = has("iPhone") || has("iPad") || has("iPod");
        if apple_mobile || (has("Macintosh") && touch_points > 1) {
            Self::AppleMobile
        } else if has("Firefox/") {
            Self::Firefox
        } else if has("Macintosh") && has("Safari/") && !has("Chrome/") {
            Self::MacSafari
        } else {
            Self::Chromium
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_told_by_its_description() {
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/135.0 Mobile/15E148 Safari/604.1";
        let mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15";
        let mac_chrome = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/135.0.0.0 Safari/537.36";
        let android = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/135.0.0.0 Mobile Safari/537.36";
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let cases = [
            (iphone, 5, Platform::AppleMobile),
            (mac, 5, Platform::AppleMobile),
            (mac, 0, Platform::MacSafari),
            (mac_chrome, 0, Platform::Chromium),
            (android, 5, Platform::Chromium),
            (firefox, 0, Platform::Firefox),
        ];
        for (user_agent, touch_points, platform) in cases {
            assert_eq!(
                Platform::of(user_agent, touch_points),
                platform,
                "{user_agent}"
            );
        }
    }
}
