//! The heads of articles as the common systems write them, about an invented town.

use super::*;

/// Author and day of a page whose headline stands before `top`, with `head` in its head and `end` behind the text.
fn found(language: &str, head: &str, top: &str, end: &str) -> (Vec<String>, String) {
    let prose = "<p>The pier of Velmouth is open again, the town said on Monday, after a winter of repairs that took \
                 four months and cost more than the council had planned in the spring.</p>";
    let page = format!(
        "<html lang={language}><head><title>The pier is open again - The Marsh Post</title>\
         <meta property='og:site_name' content='The Marsh Post'>{head}</head><body><article>\
         <h1>The pier is open again</h1>{top}{}</article>{end}</body></html>",
        prose.repeat(4)
    );
    let article = read_page(page.as_bytes(), &PageOptions::default()).unwrap();
    let day = article.metadata.published.map(|d| d.value.value().chars().take(10).collect::<String>());
    (article.metadata.byline.map(|b| b.value).unwrap_or_default(), day.unwrap_or_default())
}

/// Language, head, what stands before and behind the text, the authors and the day.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str], &'static str);

fn check(cases: &[Case]) {
    for (language, head, top, end, names, day) in cases {
        let (byline, found) = found(language, head, top, end);
        assert_eq!(byline, *names, "{head}{top}{end}");
        assert_eq!(found, *day, "{head}{top}{end}");
    }
}

/// What an element is called says less than the page's data, and a day of today less than the address.
#[test]
fn what_is_surer_wins() {
    const DATA: &str = "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"@type\":\"Person\",\"name\":\"Ada Brook\"}}\
                        </script><link rel='canonical' href='https://marshpost.example/2031/04/05/pier'>";
    check(&[
        (
            "en",
            DATA,
            "<div class='author-box'>Tom Hale</div><span>Tuesday, 9 September 2031</span>",
            "",
            ADA,
            DAY,
        ),
        ("en", DATA, "<p>By Tom Hale</p>", "", &["Tom Hale"], DAY),
        ("en", DATA, "<p>By Ada Brook and Tom Hale</p>", "", BOTH, DAY),
        ("en", "", "", "<p class='date'>5 April 2031</p>", &[], DAY),
    ]);
}

const ADA: &[&str] = &["Ada Brook"];
const BOTH: &[&str] = &["Ada Brook", "Tom Hale"];
const DAY: &str = "2031-04-05";

#[test]
fn content_systems() {
    check(&[
        (
            "en",
            "",
            "<div class='entry-meta'><span class='posted-on'>Posted on <a><time class='entry-date published' \
          datetime='2031-04-05T08:00:00+00:00'>April 5, 2031</time><time class='updated' datetime='2031-04-09'>April 9, 2031\
          </time></a></span><span class='byline'> by <span class='author vcard'><a class='url fn n' href='/author/ada/'>Ada \
          Brook</a></span></span></div>",
            "",
            ADA,
            DAY,
        ),
        (
            "en",
            "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ada Brook'>",
            "",
            "",
            ADA,
            "",
        ),
        (
            "en",
            "",
            "<div class='submitted'>Submitted by <span class='username'>ada</span> on Tue, 04/05/2031 - 10:00</div>",
            "",
            &[],
            "",
        ),
        (
            "en",
            "",
            "",
            "<div class='post-footer'><span class='post-author vcard'>Posted by <span class='fn' itemprop='author'>\
          <a rel='author'><span itemprop='name'>Ada Brook</span></a></span></span> at <a class='timestamp-link'><abbr \
          class='published' itemprop='datePublished' title='2031-04-05T10:00:00-07:00'>10:00 AM</abbr></a></div>",
            ADA,
            DAY,
        ),
        (
            "en",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"creator\":[\"Ada Brook\",\"Tom Hale\"],\
          \"datePublished\":\"2031-04-05T10:00:00Z\"}</script>",
            "<a data-testid='authorName'>Ada Brook</a>",
            "",
            BOTH,
            DAY,
        ),
        (
            "en",
            "",
            "<h4 class='author-name'><a href='/author/ada/'>Ada Brook</a></h4><div class='byline-meta-content'><time \
          class='byline-meta-date' datetime='2031-04-05'>Apr 5, 2031</time></div>",
            "",
            ADA,
            DAY,
        ),
        (
            "en",
            "",
            "<dl class='article-info'><dd class='createdby' itemprop='author'>Written by <span itemprop='name'>Ada Brook\
          </span></dd><dd class='published'><time datetime='2031-04-05T08:00:00+02:00' itemprop='datePublished'>Published: 05 \
          April 2031</time></dd></dl>",
            "",
            ADA,
            DAY,
        ),
        (
            "en",
            "",
            "<a class='blog-author-name' href='/?author=1'>Ada Brook</a><time class='blog-date' pubdate>April 5, 2031\
          </time>",
            "",
            ADA,
            DAY,
        ),
    ]);
}

#[test]
fn papers() {
    check(&[
        (
            "en-US",
            "",
            "<span itemprop='author' class='tnt-byline'>By ADA BROOK Staff Writer</span><ul><li><time \
          datetime='2031-04-05T08:00:00-05:00'>Apr 5, 2031</time></li></ul>",
            "",
            &["ADA BROOK"],
            DAY,
        ),
        (
            "en",
            "",
            "<div class='byline'><span class='ng_byline_name'>By Ada Brook</span><span class='ng_byline_email'>abrook@\
          marsh.example</span></div><p class='published-date'>April 5, 2031 8:00 AM</p>",
            "",
            ADA,
            DAY,
        ),
        (
            "en-GB",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"NewsMediaOrganization\",\
          \"name\":\"Marsh News\"}}</script>",
            "<div><span class='byline__name'>By Ada Brook</span><span class='byline__title'>\
          Harbour correspondent</span></div><time datetime='2031-04-05'>5 hours ago</time>",
            "",
            ADA,
            DAY,
        ),
        (
            "en",
            "",
            "<div class='byline'>By <a>ADA BROOK</a> and <a>TOM HALE</a>, Marsh Press</div>",
            "",
            &["ADA BROOK", "TOM HALE"],
            "",
        ),
        (
            "en",
            "",
            "<address class='author-byline'>By <a>Ada Brook</a> in Velmouth and Tom Hale in Port Ellis</address>",
            "",
            BOTH,
            "",
        ),
        ("en", "", "<div class='author'>Ada Brook<br>Senior Reporter<br>@adabrook</div>", "", ADA, ""),
        (
            "en",
            "",
            "<div class='who'><a href='/staff/ada-brook'>Ada Brook</a><span>Harbour editor</span></div>",
            "",
            ADA,
            "",
        ),
        ("en", "<meta name='byl' content='By Ada Brook and Tom Hale'>", "", "", BOTH, ""),
    ]);
}

#[test]
fn other_languages() {
    check(&[
        (
            "fr",
            "",
            "<p class='infos'><span class='auteurs'>Par <a>Ada Brook</a> et Tom Hale</span>, publié le 05/04/2031 à \
          10h00</p>",
            "",
            BOTH,
            DAY,
        ),
        (
            "de",
            "",
            "<div class='autor'>Von Ada Brook, Velmouth</div><div class='datum'>05.04.2031, 10:00 Uhr</div>",
            "",
            ADA,
            DAY,
        ),
        ("de", "", "<p>Von <strong>Ada Brook</strong> und <strong>Tom Hale</strong></p>", "", BOTH, ""),
        (
            "ru",
            "",
            "<div class='author'>Автор: Ада Брук</div><span>5 апреля 2031</span>",
            "",
            &["Ада Брук"],
            DAY,
        ),
        (
            "es",
            "",
            "<span class='firma'>Ada Ruiz Prado</span><span class='fecha'>5 abr 2031 - 10:00</span>",
            "",
            &["Ada Ruiz Prado"],
            DAY,
        ),
        ("it", "", "<span>di <b>Ada Bruni</b></span><span>5 aprile 2031</span>", "", &["Ada Bruni"], DAY),
        (
            "ko",
            "",
            "<span class='byline'>홍길동 기자</span><span>2031.04.05 10:00</span>",
            "",
            &["홍길동"],
            DAY,
        ),
    ]);
}

#[test]
fn others_than_the_author() {
    check(&[
        (
            "en",
            "",
            "<figure><img><figcaption>Photo <span>by Tom Hale</span></figcaption></figure><p class='byline'>Ada Brook</p>",
            "",
            ADA,
            "",
        ),
        ("en", "", "<p>Photograph by Tom Hale</p>", "", &[], ""),
        (
            "en",
            "",
            "",
            "<div class='related-posts'><h2>Related</h2><a>Storm</a><span class='author'>By Tom Hale</span><time \
          datetime='2031-01-02'>2 January 2031</time></div>",
            &[],
            "",
        ),
        (
            "en",
            "",
            "",
            "<ol class='commentlist'><li><div class='comment-author vcard'><cite class='fn'>Tom Hale</cite></div><time \
          class='published' datetime='2031-01-02'>2 January</time><p>So good.</p></li></ol>",
            &[],
            "",
        ),
        (
            "en",
            "<meta name='author' content='admin'><meta property='article:author' content='https://social.example/AdaBrook'>\
          <meta name='twitter:creator' content='@adabrook'>",
            "",
            "",
            &[],
            "",
        ),
        (
            "en",
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"@type\":\"Person\",\"name\":\"Marsh Post\"\
          }}</script>",
            "",
            "",
            &[],
            "",
        ),
        (
            "en",
            "",
            "<p>By <a>Marsh Post Staff</a></p><p class='copyright'>© 5 April 2031 Marsh Media</p>",
            "",
            &[],
            "",
        ),
    ]);
}
