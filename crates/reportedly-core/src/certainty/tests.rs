use super::*;
use crate::article::Article;
use crate::attribution::{Attribution, Mode};
use crate::source::CueClass;
use crate::text::Spans;

/// `cue|content` -> certainty, polarity, hedge.
fn presented(text: &str) -> String {
    presented_by("Vale", text)
}

/// The same of another source; what stands behind a `/` in it is no part of source or cue.
fn presented_by(source: &str, text: &str) -> String {
    let (cue, content) = text.split_once('|').unwrap();
    let article = Article::from_text(format!("{} {cue} {content}.", source.replace('/', "")));
    let span = |from: usize, len: usize| article.text.span(from, from + len).unwrap();
    let at = source.replace('/', "").len() + 1;
    let a = Attribution {
        source: Spans::from(span(0, source.find('/').unwrap_or(source.len()))),
        cue: Some(span(at, cue.len())),
        content: Spans::from(span(at + 1 + cue.len(), content.len())),
        mode: Mode::Indirect,
        within: None,
        confidence: 1.0,
        method: "rules",
        reasons: Vec::new(),
    };
    let p = judge(&a, Some(CueClass::Speech), &article.text, &article.tokens());
    let hedge = p.hedge.map_or(String::new(), |h| format!(" {}", article.text.get(h)));
    format!("{} {}{hedge}", p.certainty.name(), p.polarity.name())
}

#[test]
fn what_is_denied_of_some_of_them_is_not_denied() {
    for text in [
        "said|that gulls that cannot smell get lost",
        "said|people who don't have to travel should stay at home",
        "said|we had guests and nowhere to put them",
        "said|they could hear it from the station",
        "said|the road would have a significant effect",
        "said|the town was ready to help if asked",
        "said|a degree that does not lead to a job is a waste",
        "said|smokers were three times as likely to fall ill",
        "said|he thinks about it every day",
        "said|he asked me if I wanted more tea",
        "said|police will be out in force to ensure the night doesn't stretch on",
        "said|the crew worked so the fire would not spread",
        "said|the man yelled that he was not a thief",
        "said|people think it isn't safe",
        "said|it makes people feel like they're not part of the city",
        "show|he pleaded no contest to the charge",
        "said|people are dying for no reason",
        "said|not one, but two candidates would win",
        "said|\u{201c}there is work to do and there's nothing wrong with that\u{201d}",
        "said|a knife could be seen on the ground",
        "told police|a group of teenagers stole bread",
        "says|if you are a fan of bread, the fair is a great place",
        "said|he was heard to shout \"Don't come near me\"",
        "said|the fire was accidental and there was no danger to the public",
        "said|it was an accident and no one was hurt",
        "called|the plan nothing short of an attack",
        "said|the bridge would open in May with no delay",
        "said|it is not an unreasonable assumption that the bridge is safe",
        "left no doubt|that the bridge was old",
        "said|the two are friends and are trying to determine if it was an accident",
        "said|whether you agree or not, the bridge is too old",
    ] {
        assert_eq!(presented(text), "certain affirmed", "{text}");
    }
    assert_eq!(presented("said|people who travel will not pay"), "certain denied");
    assert_eq!(presented("said|the road would have flooded"), "underspecified underspecified");
}

#[test]
fn denials_are_no_affirmations() {
    for text in [
        "denied|that the pier was unsafe",
        "said|the pier was not unsafe",
        "said|no one had been warned",
        "rejected the charge|that she had lied",
        "said|there was no evidence that the pump had failed",
        "criticized|her for not paying",
        "dismissed|the report as false",
        "said|it did not pay and would not pay",
        "said|she had never, never paid",
        "said|the dam was and is not safe",
        "said|the plan can and will not be stopped",
        "said|the claim was, believe it or not, never checked",
    ] {
        assert_eq!(presented(text), "certain denied", "{text}");
    }
    assert_eq!(presented("denied|that she had not paid"), "certain affirmed");
    assert_eq!(presented("said|it was written in May and never removed"), "certain affirmed");
    assert_eq!(presented("said|the pier would have to be closed"), "certain affirmed");
    assert_eq!(presented("likes to say|that water remembers"), "certain affirmed");
    assert_eq!(presented("doubts|that the ferry will sail"), "probable denied doubts");
    assert_eq!(presented("said|the ferry may not sail"), "possible denied may");
}

#[test]
fn negations_that_look_like_others_stay() {
    for text in [
        "said|the plan to avoid flooding would not work",
        "said|the new rules to ensure safety were never enforced",
        "said|attempts by police to prevent the riot were not successful",
        "said|the bridge built in the '90s was not safe",
        "said|the so-called 'rescue plan' will not work",
        "said|the town's 'safe' bridge is not safe",
        "said|the film called \"Harbor\" was never shown",
        "said|he did not notice anything unusual",
        "said|police found nothing unusual at the house",
        "said|there is no question of a merger",
        "said|residents were told they could not return",
        "said|she was relieved there were no injuries",
        "said|not paying the fee does not help",
        "said|there is no more money",
        "said|she did not expect to be asked",
    ] {
        assert_eq!(presented(text), "certain denied", "{text}");
    }
    assert_eq!(presented("said|it is not certain death"), "certain denied");
    assert_eq!(presented("will tell you|that the rain is late"), "certain affirmed");
}

#[test]
fn hedges_are_kept() {
    for (text, expected) in [
        ("said|the pump had failed", "certain affirmed"),
        ("believes|that the pump had failed", "probable affirmed believes"),
        ("fears|that the dam will break", "possible affirmed fears"),
        ("said|the dam could break", "possible affirmed could"),
        ("thinks|the dam might break", "possible affirmed might"),
        ("said|she thinks it will rain", "probable affirmed she thinks"),
        ("said|the mayor believes it will rain", "certain affirmed"),
        ("said|it was not only late", "certain affirmed"),
        ("suggested|that the clerk had known", "probable affirmed suggested"),
        ("said|it appeared the fire resulted from a fight", "probable affirmed appeared"),
        ("said|we can only assume that there were problems", "probable affirmed only"),
        ("said|it's possible the fire was set", "possible affirmed possible"),
        ("said|there is a chance the fire was set", "possible affirmed chance"),
        ("said|the fire is believed to have been set", "probable affirmed believed"),
        ("said|the two cases are not believed to be connected", "probable denied believed"),
        ("said|the review suggests that the wound was his own", "probable affirmed suggests"),
        ("said|peace is possible", "certain affirmed"),
        ("said|voters had a chance for input", "certain affirmed"),
        ("said|it appeared on the ballot twice", "certain affirmed"),
        ("said|the clerk was believed by the jury", "certain affirmed"),
        ("said|she never expected him to be hurt", "certain denied"),
        ("said|it was possible to swim there", "certain affirmed"),
    ] {
        assert_eq!(presented(text), expected, "{text}");
    }
}

#[test]
fn what_is_wanted_asked_or_supposed_is_not_asserted() {
    for text in [
        "wants|to close the harbour",
        "vowed|that she would close the harbour",
        "asked|whether the pump had failed",
        "said|that if the pump fails, the town floods",
        "did not say|that the pump had failed",
        "declined to say|when the pump failed",
        "spoke about|the harbour",
        "said|the town would have flooded",
        "said|it's not clear whether Orrin was one of the wounded",
        "said|it was not known why the pump failed",
        "said|it is unclear how the pump failed",
        "said|she is not sure the bridge will open",
        "said|nothing about the fire",
        "said|it would be nice if the governor resigned",
        "said|you will not get a boat if you are late",
        "said|he hopes it is not too late",
        "will say|that the ferry is late",
    ] {
        assert_eq!(presented(text), "underspecified underspecified", "{text}");
    }
}

#[test]
fn a_saying_that_is_denied_is_no_claim() {
    for source in [
        "Vale/ did not, however,",
        "Vale/ has never, to our knowledge,",
        "No one in the ministry",
        "Few doctors",
        "Not everyone",
    ] {
        assert_eq!(
            presented_by(source, "said|that the dam was safe"),
            "underspecified underspecified",
            "{source}"
        );
    }
    assert_eq!(presented_by("Vale/, however,", "said|that the dam was safe"), "certain affirmed");
}
