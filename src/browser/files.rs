//! Files: saving one, sharing one, reading a chosen one; and asking that nothing be cleared.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{
    BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, Navigator,
    ShareData, StorageManager, Url,
};

use super::promise;

/// A text with the name and type under which it leaves the app.
#[derive(Clone, Copy, Debug)]
pub struct TextFile<'a> {
    /// Its name with the ending.
    pub name: &'a str,
    /// Its media type; iPhones show a calendar file without one as text.
    pub kind: &'a str,
    /// All of it.
    pub text: &'a str,
}

/// Why a file did not leave the app, or did not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The browser refused or cannot.
    Refused,
    /// The person closed the share sheet again.
    Cancelled,
    /// No file of the app is that large.
    TooLarge,
}

/// No backup is larger: browsers keep 5 million characters, of which a file needs up to three bytes
/// for each.
const MAX_BYTES: f64 = 16e6;

/// Saves the file where the browser keeps downloads.
///
/// # Errors
/// [`FileError::Refused`] if the browser cannot make the file.
pub fn save(file: TextFile) -> Result<(), FileError> {
    download(file).map_err(|_| FileError::Refused)
}

/// Whether [`share`] would open the device's share sheet.
pub fn can_share(file: TextFile) -> bool {
    navigator().is_some_and(|navigator| share_data(&navigator, file).is_some())
}

/// Opens the share sheet with the file; only inside a tap.
pub fn share(file: TextFile, outcome: impl FnOnce(Result<(), FileError>) + 'static) {
    let ready = navigator().and_then(|navigator| {
        let data = share_data(&navigator, file)?;
        Some(navigator.share_with_data(&data))
    });
    let Some(promise) = ready else {
        return outcome(Err(FileError::Refused));
    };
    promise::then(Ok(promise), move |answer| {
        outcome(match answer {
            Ok(_) => Ok(()),
            Err(error) if is_abort(&error) => Err(FileError::Cancelled),
            Err(_) => Err(FileError::Refused),
        });
    });
}

/// Reads the file that was chosen in this input and empties it, so that the same file can be
/// chosen again. Without a chosen file nothing happens.
pub fn read_chosen(
    input: &HtmlInputElement,
    outcome: impl FnOnce(Result<String, FileError>) + 'static,
) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    if file.size() > MAX_BYTES {
        outcome(Err(FileError::TooLarge));
    } else {
        promise::then(Ok(file.text()), move |answer| {
            let text = answer.ok().and_then(|text| text.as_string());
            outcome(text.ok_or(FileError::Refused));
        });
    }
    input.set_value("");
}

/// Asks the browser never to clear what the app stored; tells whether it agreed.
pub fn ask_to_persist(outcome: impl FnOnce(bool) + 'static) {
    tell(StorageManager::persist, outcome);
}

/// Tells whether the browser agreed before.
pub fn is_persisted(outcome: impl FnOnce(bool) + 'static) {
    tell(StorageManager::persisted, outcome);
}

fn tell(
    question: fn(&StorageManager) -> Result<Promise, JsValue>,
    outcome: impl FnOnce(bool) + 'static,
) {
    let manager = navigator().and_then(|navigator| {
        let navigator: &StorageNavigator = navigator.unchecked_ref();
        navigator.manager()
    });
    let Some(manager) = manager else {
        return outcome(false);
    };
    promise::then(question(&manager), move |answer| {
        outcome(answer.is_ok_and(|granted| granted.is_truthy()));
    });
}

/// The address of a file in memory; the file goes when this does.
struct ObjectUrl(String);

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

thread_local! {
    /// A download may start after the click returned, so its file stays until the next one.
    static LAST: RefCell<Option<ObjectUrl>> = const { RefCell::new(None) };
}

fn download(file: TextFile) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(file.kind);
    let parts = Array::of1(&file.text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = ObjectUrl(Url::create_object_url_with_blob(&blob)?);
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url.0);
    link.set_download(file.name);
    link.click();
    let last = LAST.replace(Some(url));
    drop(last);
    Ok(())
}

fn share_data(navigator: &Navigator, file: TextFile) -> Option<ShareData> {
    let sharing: &SharingNavigator = navigator.unchecked_ref();
    sharing.can_share_function()?;
    let options = FilePropertyBag::new();
    options.set_type(file.kind);
    let parts = Array::of1(&file.text.into());
    let file = File::new_with_str_sequence_and_options(&parts, file.name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    navigator.can_share_with_data(&data).then_some(data)
}

fn is_abort(error: &JsValue) -> bool {
    error.unchecked_ref::<js_sys::Error>().name() == "AbortError"
}

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    type SharingNavigator;
    #[wasm_bindgen(method, getter, js_name = canShare)]
    fn can_share_function(this: &SharingNavigator) -> Option<Function>;

    #[wasm_bindgen(extends = Object)]
    type StorageNavigator;
    #[wasm_bindgen(method, getter, js_name = storage)]
    fn manager(this: &StorageNavigator) -> Option<StorageManager>;
}
