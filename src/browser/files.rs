//! Files: handing one over, reading a chosen one.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, ShareData, Url,
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

/// No backup comes near: it would be a hundred thousand sessions.
pub const MOST_MEGABYTES: u32 = 64;
/// A file is read in pieces of so many bytes, and the page answers between them.
const PIECE: f64 = 1e6;

/// Hands the file over: to the device's share sheet where there is one, else as a download. What the
/// sheet refuses is downloaded too: Chrome takes no JSON there, and finds that out only when asked.
/// Only inside a tap.
pub fn hand_over(file: TextFile, outcome: impl FnOnce(Result<(), FileError>) + 'static) {
    let Some(promise) = share(file) else {
        return outcome(save(file));
    };
    let [name, kind, text] = [file.name, file.kind, file.text].map(str::to_owned);
    promise::then(Ok(promise), move |answer| {
        outcome(match answer {
            Ok(_) => Ok(()),
            Err(error) if is_abort(&error) => Err(FileError::Cancelled),
            Err(_) => save(TextFile {
                name: &name,
                kind: &kind,
                text: &text,
            }),
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
    input.set_value("");
    if file.size() > f64::from(MOST_MEGABYTES) * 1e6 {
        outcome(Err(FileError::TooLarge));
    } else {
        spawn_local(async move {
            let text = text_of(&file).await;
            outcome(text.map_err(|_| FileError::Refused));
        });
    }
}

/// All of a file as text; what is no text in UTF-8 is replaced.
async fn text_of(file: &File) -> Result<String, JsValue> {
    let mut bytes: Vec<u8> = Vec::new();
    let mut start = 0.0;
    while start < file.size() {
        let piece = file.slice_with_f64_and_f64(start, start + PIECE)?;
        let piece = JsFuture::from(piece.array_buffer()).await?;
        bytes.extend(Uint8Array::new(&piece).to_vec());
        start += PIECE;
    }
    let text = String::from_utf8(bytes);
    Ok(text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
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

fn save(file: TextFile) -> Result<(), FileError> {
    download(file).map_err(|_| FileError::Refused)
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

/// Opens the share sheet; `None` where there is none for this file.
fn share(file: TextFile) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let sharing: &SharingNavigator = navigator.unchecked_ref();
    sharing.can_share_function()?;
    let options = FilePropertyBag::new();
    options.set_type(file.kind);
    let parts = Array::of1(&file.text.into());
    let file = File::new_with_str_sequence_and_options(&parts, file.name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    navigator
        .can_share_with_data(&data)
        .then(|| navigator.share_with_data(&data))
}

fn is_abort(error: &JsValue) -> bool {
    error.unchecked_ref::<js_sys::Error>().name() == "AbortError"
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    type SharingNavigator;
    #[wasm_bindgen(method, getter, js_name = canShare)]
    fn can_share_function(this: &SharingNavigator) -> Option<Function>;
}
