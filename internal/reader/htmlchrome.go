package reader

import "golang.org/x/net/html"

// chromeName says what a page's designers call a thing that isn't the text,
// by one of the words of its class, "" if the word says nothing.
func chromeName(word string) string {
	switch word {
	case "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adslot", "adunit", "adcontainer", "adbox",
		"adwrapper", "adsense", "adsbygoogle", "sponsor", "sponsored", "promo", "promos", "promotion", "promoted", "taboola",
		"outbrain", "dfp", "gpt", "adplaceholder":
		return "advertisement"
	case "related", "recommended", "recommendation", "recommendations", "recirc", "recirculation", "readmore", "readnext",
		"morestories", "trending", "mostread", "mostviewed", "mostpopular", "upnext", "tags", "taglist", "tagcloud", "tagslinks",
		"catlinks", "posttags", "topics", "categories", "navlinks", "relatedposts":
		return "links"
	case "share", "shares", "sharing", "sharedaddy", "sharebar", "sharebuttons", "sharethis", "addtoany", "social", "socials",
		"jplikes", "tweet", "twittertweet", "instagrammedia":
		return "share buttons"
	case "newsletter", "newsletters", "subscribe", "subscription", "signup", "optin", "paywall", "regwall", "membership",
		"donate", "donation", "fundraising", "cta":
		return "call to join"
	case "comments", "commentlist", "commentarea", "disqus", "respond", "commentrespond", "replies", "comment":
		return "comments"
	case "caption", "captions", "wpcaption", "thumbcaption", "thumb", "photocredit", "imagecredit", "gallery", "slideshow",
		"carousel", "figcaption", "captionedimage":
		return "picture caption"
	case "pullquote", "pullquotes", "quotepull":
		return "pull quote"
	case "infobox", "factbox", "sidebar", "boxout", "keypoints", "takeaways", "navbox", "hatnote", "ambox", "mbox",
		"sistersitebox", "metadata", "widget", "widgets", "widgetarea", "authorbox", "authorbio", "aboutauthor", "authorinfo",
		"authorcard", "bio":
		return "box"
	case "byline", "bylines", "vcard", "entrymeta", "postmeta", "articlemeta", "breadcrumb", "breadcrumbs", "crumbs", "kicker",
		"eyebrow", "timestamp", "pubdate", "readtime", "readingtime", "postdate", "meta":
		return "page head"
	case "nav", "navigation", "navbar", "menu", "pagination", "pager", "skiplink", "toolbar", "toc", "tableofcontents",
		"banner", "masthead", "siteheader", "sitefooter", "search", "landmarks", "contents":
		return "menu"
	case "cookie", "cookies", "consent", "gdpr", "modal", "popup", "overlay", "lightbox", "dialog", "alert", "tooltip":
		return "notice"
	case "audioplayer", "videoplayer", "player", "listen":
		return "player"
	case "editsection", "noprint", "printonly":
		return "edit link"
	case "copyright", "boilerplate", "pgheader", "pgfooter", "pgboilerplate", "transnote", "transcribernote",
		"transcribernotes", "tnote", "tnotes", "colophon", "imprint", "copyrightpage", "cover", "halftitlepage", "halftitle",
		"titlepage":
		return "notice"
	case "standfirst", "dek", "deck", "subtitle", "strapline":
		return "deck"
	}
	return ""
}

// chrome says why an element is no part of the text, "" if it may be: by its
// tag, its role, its class, or where its style puts it. What holds much of the
// page's text isn't judged by its name.
func (p *page) chrome(n *html.Node) string {
	if why, ok := p.why[n]; ok {
		return why
	}
	why := p.judge(n)
	if why != "" && why != "hidden" {
		words, most := p.weight[n].plain(), 40
		if why == "comments" {
			most = 80
		}
		if words > 20 && words*100 > p.weight[p.body].plain()*most {
			why = ""
		}
	}
	p.why[n] = why
	return why
}

func (p *page) judge(n *html.Node) string {
	switch n.Data {
	case "html", "body", "main", "article", "br", "em", "i", "b", "strong":
		return ""
	}
	if p.isHidden(n) {
		return "hidden"
	}
	if why := p.judgeTag(n); why != "" {
		return why
	}
	switch attr(n, "role") {
	case "navigation", "banner", "search", "menu", "menubar", "toolbar", "tablist":
		return "menu"
	case "complementary", "doc-pullquote":
		return "box"
	case "contentinfo":
		return "page foot"
	case "dialog", "alertdialog", "alert":
		return "notice"
	case "button":
		return "button"
	}
	if n.Data == "a" && attr(n, "href") != "" && hasBlock(n) {
		return "links"
	}
	if !p.isBlock(n) {
		return ""
	}
	if why := classChrome(n); why != "" {
		return why
	}
	l := p.lookOf(n)
	if l.pinned || l.floats && p.weight[n].words > 3 && !isTag(n, "p", "h1", "h2", "h3") {
		return "box"
	}
	return ""
}

// judgeTag says what an element's tag makes of it.
func (p *page) judgeTag(n *html.Node) string {
	switch n.Data {
	case "nav", "menu":
		return "menu"
	case "dialog":
		return "notice"
	case "aside":
		return "box"
	case "footer":
		if within(n.Parent, "blockquote", "figure", "q") == nil {
			return "page foot"
		}
	case "figure":
		if hasPicture(n) {
			return "picture caption"
		}
	case "caption":
		return "picture caption"
	case "figcaption":
		if within(n.Parent, "figure") == nil {
			return "picture caption"
		}
	case "form": // one to fill in, not one that wraps a page
		if p.weight[n].words < 150 {
			return "form"
		}
	case "address":
		return "by-line"
	}
	return ""
}

func classChrome(n *html.Node) string {
	if isTag(n, "td", "tr", "tbody", "li") && attr(n, "class") == "" {
		return ""
	}
	for _, name := range names(n) {
		if why := chromeName(name); why != "" {
			return why
		}
	}
	return ""
}

// hasPicture says that a figure shows something, and isn't a quotation.
func hasPicture(n *html.Node) bool {
	found := false
	eachElement(n, func(e *html.Node) bool {
		found = found || isTag(e, "img", "picture", "video", "audio", "iframe", "svg", "canvas", "object", "embed", "table", "noscript")
		return !found
	})
	return found
}
