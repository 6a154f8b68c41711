package reader

import (
	"strings"
	"unicode"

	"quire/internal/essay"
)

// footStart finds where the essay ends: before the line from which on there are
// comments or other articles, and before closing short parts that ask the
// reader to do something, state rights, or tell of the author. A sentence that
// does none of that ends the essay, however short it is.
func footStart(parts []part, first int, author string) int {
	end := sectionStart(parts, first)
	stop := max(end-footPieces, first)
	sure := end < len(parts)
	at := end
	for i := end - 1; i > stop; i-- {
		p := &parts[i]
		w := p.words()
		n := len(strings.Fields(w))
		kind := footKind(w)
		switch {
		case p.kind == essay.Verse || p.kind == essay.BlockQuote || p.kind == essay.Footnote:
			return at
		case kind != plainFoot && n <= bioWords && (!endsSentence(w) || n > 4 || sure && lastRune(w) == '!' || insideKind(w)):
			at = i
			sure = true
		case n <= bioWords && isBio(w, author):
			at = i
			sure = true
		case isSeparator(w), n <= shortWords && !endsSentence(w) && (p.kind == essay.ListItem || p.kind == essay.Heading || sure):
			// it goes with what stands above, if that is a foot
		default:
			return at
		}
	}
	return at
}

// sectionStart finds a line that opens what follows an article: comments,
// other articles. It stands in the second part of the text, and what follows
// isn't most of it.
func sectionStart(parts []part, first int) int {
	total, before := 0, 0
	for i := first; i < len(parts); i++ {
		total += len(parts[i].text)
	}
	for i := first; i < len(parts); i++ {
		if w := parts[i].words(); before*5 > total*2 && len(w) < 60 && opensSection(w) {
			return i
		}
		before += len(parts[i].text)
	}
	return len(parts)
}

// opensSection says that a line opens comments or a list of other articles.
func opensSection(w string) bool {
	lower := strings.ToLower(strings.Trim(w, " :.…*_#"))
	f := strings.Fields(lower)
	if len(f) == 0 || len(f) > 8 {
		return false
	}
	if len(f) >= 2 && isNumber(f[0]) && isFigure(f[0][0]) {
		switch f[1] {
		case "comments", "comment", "responses", "replies", "thoughts":
			return len(f) == 2 || f[1] == "thoughts" || len(f) <= 4
		}
	}
	if rest, ok := strings.CutPrefix(lower, "comments ("); ok {
		return len(rest) <= 6
	}
	switch lower {
	case "leave a comment", "leave a reply", "post a comment", "add a comment", "write a comment", "join the conversation", "join the discussion",
		"related articles", "related posts", "related stories", "related content", "related reading", "related",
		"you may also like", "you might also like", "you might also enjoy", "more like this", "recommended reading", "recommended for you", "recommended", "read next", "up next", "keep reading",
		"most popular", "most read", "trending", "trending now", "more stories", "about the author", "about the authors", "about the contributor", "share this article", "share this post", "share this story", "share this:", "discussion about this post":
		return true
	}
	return strings.HasPrefix(lower, "more from ") || strings.HasPrefix(lower, "more in ") || strings.HasPrefix(lower, "also by ") || strings.HasPrefix(lower, "see all comments")
}

const (
	plainFoot   = "not the essay"
	aboutAuthor = "about the author"
	callToJoin  = "a call to join"
)

// footSigns tell a piece after an essay's end. Some words give a foot away
// wherever they stand; others only where they open a line, of few words.
var footSigns = [...]struct {
	why           string
	inside, opens []string
}{
	{callToJoin,
		[]string{"become a member", "subscribe to our", "subscribe to the", "our newsletter", "sign up for our", "sign up for the", "get our newsletter", "support our journalism", "support our work", "make a donation", "free newsletter", "delivered to your inbox", "in your inbox", "become a subscriber", "already a subscriber", "to continue reading", "create an account"},
		[]string{"subscribe", "newsletter", "sign up", "sign in", "log in", "join here", "join us", "donate", "support our", "support us", "follow us", "get unlimited", "start your free", "unsubscribe"}},
	{"rights and terms",
		[]string{"©", "all rights reserved", "privacy policy", "terms of use", "terms of service", "terms & conditions", "cookie policy", "creative commons attribution", "reprinted with permission", "reprinted by permission", "reproduced with permission", "used with permission", "used by permission"},
		[]string{"©", "copyright", "(c) "}},
	{"links", nil,
		[]string{"read more", "read next", "related", "share", "share this", "leave a comment", "comments", "advertisement", "most popular", "tweet", "back to top", "print this", "email this", "next:", "next article", "previous:", "previous article", "older posts", "newer posts", "continue reading", "skip to", "copy link", "http://", "https://", "www.", "source:", "retrieved from", "view all", "load more", "recommended", "see also:", "listen:"}},
	{"tags", nil,
		[]string{"tags:", "tagged", "filed under", "topics:", "categories:", "category:", "posted in", "keywords:", "more about:", "topics", "tags"}},
}

// footKind says what a piece after an essay's end is.
func footKind(w string) string {
	if isMenu(w) {
		return "a menu"
	}
	n := len(strings.Fields(w))
	if n > bioWords {
		return plainFoot
	}
	lower := strings.ToLower(w)
	few := n <= 8
	switch {
	case isPrintedIn(lower):
		return "where it was printed"
	case isTheEnd(lower):
		return "the end"
	case isShareLine(lower):
		return "links"
	}
	for _, k := range footSigns {
		for _, m := range k.inside {
			if n <= footWords+20 && strings.Contains(lower, m) {
				return k.why
			}
		}
		for _, m := range k.opens {
			if (few || k.why == "tags" && n <= footWords && strings.HasSuffix(m, ":")) && opensLine(lower, m) {
				return k.why
			}
		}
	}
	return plainFoot
}

// opensLine says that a line begins with words, whole ones.
func opensLine(lower, words string) bool {
	rest, ok := strings.CutPrefix(lower, words)
	return ok && (rest == "" || !unicode.IsLetter(nextRune(words[len(words)-1:])) || !unicode.IsLetter(nextRune(rest)))
}

// insideKind says that a piece is told by words that give it away anywhere.
func insideKind(w string) bool {
	lower := strings.ToLower(w)
	for _, k := range footSigns {
		for _, m := range k.inside {
			if strings.Contains(lower, m) {
				return true
			}
		}
	}
	return isPrintedIn(lower) || isTheEnd(lower) || isMenu(w)
}

// isInset says that a line between paragraphs is a notice which pages put
// there: short, no sentence, or plainly a call.
func isInset(w string) bool {
	n := len(strings.Fields(w))
	kind := footKind(w)
	lower := strings.ToLower(w)
	switch {
	case n > 20 || kind == plainFoot:
		return false
	case kind == callToJoin:
		return insideKind(w) && (!endsSentence(w) || n <= 14) && !strings.ContainsAny(w, "\"“”")
	case kind == "links":
		return !endsSentence(w) && (lower == "advertisement" || strings.HasPrefix(lower, "read more:") || strings.HasPrefix(lower, "related:") || strings.HasPrefix(lower, "see also:") || strings.HasPrefix(lower, "continue reading") || isShareLine(lower))
	}
	return false
}

// isPrintedIn says that a piece tells where the essay was printed before.
func isPrintedIn(lower string) bool {
	lower = strings.TrimLeft(lower, "*_[(—-– ")
	for _, s := range []string{"this article", "this essay", "this piece", "this story", "this column", "this post", "this interview", "this review", "a version of this", "an earlier version of this", "the above"} {
		if rest, ok := strings.CutPrefix(lower, s); ok {
			for _, v := range []string{" first appeared", " was first published", " originally appeared", " was originally published", " appeared in", " appears in", " was published in", " was published by", " is adapted", " was adapted", " is excerpted", " is republished", " was republished", " is part of", " article", " essay", " piece", " story", " has been updated", " was updated", " was produced", " is from"} {
				if strings.HasPrefix(rest, v) {
					return true
				}
			}
		}
	}
	for _, s := range []string{"originally published", "originally appeared", "first published in", "first published on", "first published by", "first appeared in", "reprinted from", "reprinted with", "reprinted by", "republished from", "republished with", "excerpted from", "adapted from", "published in the print edition", "appeared in the print"} {
		if strings.HasPrefix(lower, s) {
			return true
		}
	}
	return false
}

func isTheEnd(lower string) bool {
	switch strings.Trim(lower, " .*_-–—~#") {
	case "the end", "finis", "end", "fin", "30":
		return lower != "30"
	}
	return false
}

// isShareLine says that a line is nothing but names of services to share with.
func isShareLine(lower string) bool {
	f := strings.FieldsFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(f) == 0 || len(f) > 20 {
		return false
	}
	named := 0
	for _, w := range f {
		switch w {
		case "facebook", "twitter", "linkedin", "reddit", "whatsapp", "pinterest", "tumblr", "telegram", "bluesky", "mastodon", "instagram", "youtube", "tiktok", "threads", "flipboard", "pocket":
			named++
		case "share", "on", "via", "x", "email", "e", "mail", "print", "save", "copy", "link", "tweet", "this", "to", "pin", "it", "and", "or", "rss", "gift", "comment", "article", "send":
		default:
			return false
		}
	}
	return named > 0 || len(f) == 1 && f[0] != "this" && f[0] != "it" && f[0] != "to" && f[0] != "on" && f[0] != "or" && f[0] != "and" && f[0] != "x" && f[0] != "e" && f[0] != "gift" && f[0] != "save" && f[0] != "pin"
}

// isBio says that a piece tells who the author is: it opens with the name and
// goes on with what he or she is or does.
func isBio(w, author string) bool {
	if author == "" || len(strings.Fields(w)) > bioWords {
		return false
	}
	rest, ok := afterName(w, author)
	return ok && bioVerb(rest)
}

// afterName gives what follows an author's name at the start of a piece.
func afterName(w, author string) (string, bool) {
	w = strings.TrimLeft(w, "*_—–- [(")
	if rest, ok := strings.CutPrefix(strings.ToLower(w), strings.ToLower(strings.TrimSpace(author))); ok {
		return strings.TrimLeft(rest, "*_"), true
	}
	names := strings.Fields(author)
	last := strings.ToLower(strings.Trim(names[len(names)-1], ".,"))
	f := strings.Fields(strings.ToLower(w))
	for i := 0; i < len(f) && i < 4; i++ {
		if strings.Trim(f[i], ".,*_") == last && i > 0 {
			switch strings.Trim(f[0], ".") {
			case "mr", "ms", "mrs", "dr", "prof", "professor":
				return " " + strings.Join(f[i+1:], " "), true
			}
			if f[0] == strings.ToLower(names[0]) {
				return " " + strings.Join(f[i+1:], " "), true
			}
		}
	}
	return "", false
}

func bioVerb(rest string) bool {
	rest = strings.TrimLeft(rest, " ,")
	for _, v := range []string{"is ", "was ", "teaches ", "writes ", "lives ", "works ", "has written ", "has been ", "has taught ", "covers ", "reports ", "edits ", "runs ", "directs ", "holds ", "serves ", "the author ", "author of ", "a professor ", "a writer ", "a staff ", "studies "} {
		if strings.HasPrefix(rest, v) {
			return true
		}
	}
	return false
}

// mayBeBio says that a piece reads like a note on an author whose name the file
// doesn't say: somebody named in full is, or writes, something by profession.
func mayBeBio(w string) bool {
	f := strings.Fields(w)
	if len(f) > 60 || len(f) < 6 {
		return false
	}
	i := 0
	for i < len(f) && i < 5 && unicode.IsUpper(firstRune(f[i])) {
		i++
	}
	if i < 2 || !bioVerb(strings.ToLower(strings.Join(f[i:], " "))) {
		return false
	}
	lower := strings.ToLower(w)
	for _, job := range []string{"writer", "author", "journalist", "professor", "fellow at", "columnist", "editor", "reporter", "lecturer", "correspondent", "contributor", "teaches", "novelist", "essayist", "historian", "philosopher", "historian", "her book", "his book", "her latest", "his latest"} {
		if strings.Contains(lower, job) {
			return true
		}
	}
	return false
}
