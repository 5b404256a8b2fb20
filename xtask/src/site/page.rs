//! index.html put together from its parts, by plain search for the places that index.html marks.

use std::fmt::Write;

use anyhow::{Context, Result, bail};

use super::worker;
use crate::files::sha256_source;

/// What goes into index.html.
pub(super) struct Parts {
    /// The first screen as HTML, rendered from the app's own components.
    pub(super) shell: String,
    /// Every style sheet, in order.
    pub(super) style: String,
    /// assets/rescue.js.
    pub(super) rescue: String,
    /// assets/start.js with its placeholders.
    pub(super) starter: String,
    /// Whether to add the content security policy and the service worker.
    pub(super) is_release: bool,
}

/// Fills the marked places of the page that Trunk wrote.
pub(super) fn assemble(page: &str, parts: &Parts) -> Result<String> {
    let shell = without_comments(&parts.shell)?;
    if shell.contains(" style=\"") {
        bail!(
            "the prerendered shell has a style attribute, which the page's policy forbids: use a class"
        );
    }
    let Script { tag, js, wasm } = find_script(page)?;
    let worker = if parts.is_release {
        format!("./{}", worker::FILE_NAME)
    } else {
        String::new()
    };
    let rescue = without_comment_lines(&parts.rescue);
    let starter = without_comment_lines(&parts.starter)
        .replace("{js}", js)
        .replace("{wasm}", wasm)
        .replace("{worker}", &worker);
    // Trunk's server changes its reload script after this, so a development page has no policy.
    let policy = if parts.is_release {
        policy_tag([&rescue, &starter], &parts.style)
    } else {
        String::new()
    };

    let page = page.replacen(
        tag,
        &format!("<script>{rescue}</script><script type=\"module\">{starter}</script>"),
        1,
    );
    let page = replace_mark(&page, "<!-- policy -->", &policy)?;
    let page = replace_mark(
        &page,
        "<!-- style -->",
        &format!("<style>{}</style>", parts.style),
    )?;
    let page = trim_lines(&without_comments_but(&page, "<!-- shell -->")?);
    replace_mark(&page, "<!-- shell -->", &shell)
}

/// The element that starts the app.
pub(super) struct Script<'a> {
    tag: &'a str,
    pub(super) js: &'a str,
    pub(super) wasm: &'a str,
}

/// The script element that Trunk.toml's `pattern_script` leaves, with the names of the built files.
pub(super) fn find_script(page: &str) -> Result<Script<'_>> {
    const OPEN: &str = "<script type=\"module\" data-js=\"";
    const CLOSE: &str = "</script>";
    let find = || {
        let start = page.find(OPEN)?;
        let end = start + page[start..].find(CLOSE)? + CLOSE.len();
        let tag = &page[start..end];
        let (js, rest) = tag[OPEN.len()..].split_once('"')?;
        let (_, rest) = rest.split_once("data-wasm=\"")?;
        let (wasm, _) = rest.split_once('"')?;
        Some(Script { tag, js, wasm })
    };
    find().context("the page has no starter script as in Trunk.toml's pattern_script")
}

/// The page may load its own files, run its own inline scripts and WebAssembly, and nothing else.
fn policy_tag(scripts: [&str; 2], style: &str) -> String {
    let [rescue, starter] = scripts.map(|script| sha256_source(script.as_bytes()));
    let style = sha256_source(style.as_bytes());
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {rescue} {starter}; style-src 'self' {style}; \
         img-src 'self'; media-src blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
    );
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

pub(super) fn replace_mark(page: &str, mark: &str, text: &str) -> Result<String> {
    match page.matches(mark).count() {
        1 => Ok(page.replacen(mark, text, 1)),
        count => bail!("the page or picture must hold `{mark}` once and holds it {count} times"),
    }
}

/// Removes hydration markers, which are comments and of no use to an app that replaces the shell.
fn without_comments(html: &str) -> Result<String> {
    without_comments_but(html, "<!>").map(|html| html.replace("<!>", ""))
}

fn without_comments_but(html: &str, kept: &str) -> Result<String> {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<!--") {
        let end = start
            + rest[start..]
                .find("-->")
                .context("an HTML comment is not closed")?
            + "-->".len();
        text.push_str(&rest[..start]);
        if &rest[start..end] == kept {
            text.push_str(kept);
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
    Ok(text)
}

/// Drops lines that are only a comment, and the indentation of the others. The script must have no
/// text that goes over several lines.
pub(super) fn without_comment_lines(script: &str) -> String {
    trim_lines_but(script, |line| {
        ["//", "/*", "*"]
            .iter()
            .any(|begin| line.starts_with(begin))
    })
}

fn trim_lines(text: &str) -> String {
    trim_lines_but(text, |_| false)
}

fn trim_lines_but(text: &str, dropped: impl Fn(&str) -> bool) -> String {
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !dropped(line));
    lines.fold(String::new(), |mut text, line| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{line}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n  <!-- policy -->\n  <!-- style -->\n  <!-- a note -->\n</head><body>\n  <!-- shell -->\n  \
        <script type=\"module\" data-js=\"./a.js\" data-wasm=\"./a.wasm\"></script></body>";

    fn parts(shell: &str, is_release: bool) -> Parts {
        Parts {
            shell: shell.into(),
            style: "p{margin:0}".into(),
            rescue: "// Why.\nvar rescue;\n".into(),
            starter: "// Why.\nstart(\"{js}\", \"{wasm}\", \"{worker}\");\n".into(),
            is_release,
        }
    }

    #[test]
    fn a_release_has_its_parts_and_a_policy_with_their_hashes() {
        let page = assemble(PAGE, &parts("<h1>To<!>day</h1><!---->", true)).unwrap();
        let starter = "start(\"./a.js\", \"./a.wasm\", \"./sw.js\");\n";
        assert!(page.contains("<h1>Today</h1>"), "{page}");
        assert!(
            page.contains(&format!("<script type=\"module\">{starter}</script>")),
            "{page}"
        );
        assert!(page.contains("<script>var rescue;\n</script>"), "{page}");
        for part in [starter, "var rescue;\n", "p{margin:0}"] {
            assert!(page.contains(&sha256_source(part.as_bytes())), "{page}");
        }
        assert!(!page.contains("<!--"), "{page}");
    }

    #[test]
    fn a_development_page_has_neither_policy_nor_worker() {
        let page = assemble(PAGE, &parts("<h1>Today</h1>", false)).unwrap();
        assert!(
            !page.contains("Content-Security-Policy") && !page.contains("sw.js"),
            "{page}"
        );
    }

    #[test]
    fn what_the_policy_would_block_or_the_page_lacks_is_told() {
        assert!(assemble(PAGE, &parts("<p style=\"color:red\">", true)).is_err());
        assert!(assemble("<body></body>", &parts("", true)).is_err());
        assert!(assemble(&PAGE.replace("<!-- shell -->", ""), &parts("", true)).is_err());
    }
}
