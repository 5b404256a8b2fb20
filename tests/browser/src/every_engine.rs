//! The same scenario in each of the three browsers.

/// Makes of each function, which takes an [`Engine`](crate::Engine), a test in every browser.
#[macro_export]
macro_rules! in_every_engine {
    ($($scenario:ident),+ $(,)?) => {
        $(mod $scenario {
            use $crate::{Engine, Outcome};

            #[test]
            fn in_chromium() -> Outcome {
                super::$scenario(Engine::Chromium)
            }

            #[test]
            fn in_firefox() -> Outcome {
                super::$scenario(Engine::Firefox)
            }

            #[test]
            fn in_webkit() -> Outcome {
                super::$scenario(Engine::WebKit)
            }
        })+
    };
}
