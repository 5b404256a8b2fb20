//! The colours stand out from the page and from each other.

#[test]
fn line_round_the_person_and_the_clothes_have_three_to_one() {
    let css = include_str!("../../assets/css/figure.css");
    let blocks: Vec<&str> = css.split("--fig-top:").skip(1).collect();
    assert_eq!(blocks.len(), 3, "light, dark by the system, dark by choice");
    assert_eq!(
        colours(blocks[1]),
        colours(blocks[2]),
        "both dark themes are the same"
    );
    for (block, page) in [(blocks[0], "ffffff"), (blocks[1], "0e1a21")] {
        let colours = colours(block);
        let of = |name: &str| &colours.iter().find(|(known, _)| known == name).unwrap().1;
        for paper in [page, of("paper")] {
            for name in [
                "top",
                "sleeve-near",
                "sleeve-far",
                "leg-near",
                "leg-far",
                "leg-work",
                "shoe-near",
                "shoe-far",
                "arrow",
                "ink",
                "prop-front",
                "prop-side",
            ] {
                let ratio = contrast(of(name), paper);
                assert!(ratio >= 3.0, "{name} on {paper}: {ratio:.2}");
            }
        }
        assert!(
            contrast(of("leg-work"), of("leg-far")) > 1.5,
            "the working leg stands out"
        );
    }
}

/// The person is the same in every theme.
#[test]
fn skin_and_hair_are_given_once() {
    let css = include_str!("../../assets/css/figure.css");
    let colour = |name: &str| {
        let values: Vec<&str> = css.split(&format!("--fig-{name}: #")).skip(1).collect();
        assert_eq!(values.len(), 1, "{name}");
        values[0][..6].to_owned()
    };
    let eye = colour("eye");
    for skin in ["light", "medium", "dark"] {
        let [near, far, line] =
            ["near", "far", "line"].map(|part| colour(&format!("{skin}-{part}")));
        for on in [&eye, &line] {
            assert!(contrast(on, &near) > 1.5, "eyes and smile can be seen");
        }
        let hair = colour("hair");
        assert!(contrast(&hair, &near) > 1.1 && near != far, "{skin}");
    }
}

/// Names and values of one block of custom properties, which starts after `--fig-top:`.
fn colours(block: &str) -> Vec<(String, String)> {
    let block = format!("--fig-top:{}", block.split('}').next().unwrap());
    let lines = block
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--fig-")?.split_once(':'));
    lines
        .map(|(name, value)| (name.into(), value.trim_matches([' ', ';', '#']).into()))
        .collect()
}

fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |hex: &str| {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.03928 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
