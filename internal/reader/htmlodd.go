package reader

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"quire/internal/essay"
)

// strip marks what stands among the blocks of the text and isn't the text.
func (p *page) strip(blocks []*block) []*block {
	libraryNotices(blocks)
	for _, b := range blocks {
		if b.left == "" && b.note == nil && b.kind != essay.Verse {
			b.left = linksOrCall(b)
		}
	}
	makes := paragraphMakes(blocks)
	p.boxes(blocks, makes)
	typedNotes(blocks)
	noteHeads(blocks)
	afterRule(blocks)
	pullQuotes(blocks, most(makes))
	lastHeadings(blocks)
	return fewLeft(blocks)
}

// linksOrCall says that a block is a row of links or a call to do something.
func linksOrCall(b *block) string {
	w := b.words()
	n := len(strings.Fields(w))
	if b.kind != essay.Heading && n <= 40 && b.linked*5 >= len(b.text)*4 && markLabel(w) == "" {
		return "links"
	}
	if n <= 12 && !endsSentence(w) || n <= 6 {
		return callKind(w)
	}
	return ""
}

// callKind says what a short line that belongs to the page asks for, "" if it
// asks for nothing.
func callKind(w string) string {
	lower := strings.ToLower(strings.Trim(w, " :.…→»>"))
	for _, k := range []struct {
		why          string
		whole, opens []string
	}{
		{"advertisement", []string{"ad", "advertising"}, []string{"advertisement", "story continues", "article continues", "sponsored", "scroll to continue"}},
		{"links", []string{"related", "continue reading", "keep reading", "more like this", "recommended", "read next", "most popular", "most viewed", "trending"},
			[]string{"read more", "related:", "related stories", "related articles", "recommended for you", "you may also like", "you might also like", "more on this"}},
		{"call to join", []string{"subscribe", "sign up", "sign in", "log in", "donate", "subscribe now"}, []string{"sign up for", "subscribe to", "become a member", "join our", "get our newsletter"}},
		{"share buttons", []string{"share", "print", "email", "tweet", "save", "like", "save for later", "listen"}, []string{"share this", "share on", "like this:", "print this", "email this", "listen to this"}},
		{"comments", []string{"comments", "reply", "post comment"}, []string{"leave a comment", "leave a reply", "view all comments", "view comments", "join the conversation"}},
		{"page foot", []string{"loading", "back to top", "[edit]"}, []string{"skip to ", "jump to "}},
	} {
		for _, s := range k.whole {
			if lower == s {
				return k.why
			}
		}
		for _, s := range k.opens {
			if strings.HasPrefix(lower, s) {
				return k.why
			}
		}
	}
	return ""
}

const boxWords = 60 // the longest box that is known by its make

// paragraphMakes counts the words of paragraphs by how the element of the top
// level is made.
func paragraphMakes(blocks []*block) map[string]int {
	makes := map[string]int{}
	for _, b := range blocks {
		if b.left == "" && b.kind == essay.Paragraph {
			makes[makeOf(b.group)] += len(strings.Fields(string(b.text)))
		}
	}
	return makes
}

// boxes marks the children of the picked element that are made unlike the
// paragraphs, are short, and hold a call, a button or a row of links: boxes
// that designers set between paragraphs without naming them.
func (p *page) boxes(blocks []*block, makes map[string]int) {
	total := 0
	for _, n := range makes {
		total += n
	}
	for i := 0; i < len(blocks); {
		j := i + 1
		for j < len(blocks) && blocks[j].group == blocks[i].group {
			j++
		}
		g := blocks[i].group
		if g.Type == html.ElementNode && !isTag(g, "p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ol") &&
			makes[makeOf(g)]*5 < total && isBox(p, g, blocks[i:j]) {
			for _, b := range blocks[i:j] {
				if b.left == "" && b.note == nil {
					b.left = "box"
				}
			}
		}
		i = j
	}
}

// makeOf is how an element of the top level is made: its tag and class.
func makeOf(n *html.Node) string { return n.Data + " " + attr(n, "class") }

// isBox says that the blocks of a group are a box.
func isBox(p *page, g *html.Node, blocks []*block) bool {
	words, calls, texts, headings := 0, 0, 0, 0
	for _, b := range blocks {
		words += len(strings.Fields(string(b.text)))
		switch {
		case b.note != nil || b.kind == essay.Verse || b.kind == essay.BlockQuote || b.poem != nil:
			return false
		case b.left == "edit link" || b.left == "picture caption" || b.left == "page foot":
		case b.left != "":
			calls++
		case b.kind == essay.Heading:
			headings++
		default:
			texts++
		}
	}
	if words > boxWords || texts == 0 && calls == 0 && headings < 2 {
		return false
	}
	if calls > 0 || p.weight[g].linked*2 > p.weight[g].words || p.weight[g].linked > 0 && attr(g, "class") != "" {
		return true
	}
	found := false
	eachElement(g, func(n *html.Node) bool {
		found = found || isTag(n, "button", "input", "iframe") || attr(n, "role") == "button"
		return !found
	})
	return found
}

// noteHeads leaves out a heading that stands before nothing but notes.
func noteHeads(blocks []*block) {
	for i, b := range blocks {
		if b.left == "" && b.note == nil && i+1 < len(blocks) && isNotesHeading(b.words()) && nextText(blocks[i+1:]) {
			b.left = "heading of the notes"
		}
	}
}

// nextText says that the next block that isn't left out is a note.
func nextText(blocks []*block) bool {
	for _, b := range blocks {
		if b.left == "" {
			return b.note != nil
		}
	}
	return false
}

// afterRule leaves out a few lines in italics that stand after the last rule:
// where the piece was printed, who paid for it.
func afterRule(blocks []*block) {
	words := 0
	for i := len(blocks) - 1; i > 0; i-- {
		b := blocks[i]
		if b.left != "" || b.note != nil {
			continue
		}
		italic := 0
		for _, m := range b.marks {
			italic += m.End - m.Start
		}
		words += len(strings.Fields(string(b.text)))
		if b.kind != essay.Paragraph || italic*5 < len(b.text)*3 || words > 2*boxWords {
			return
		}
		if b.ruled {
			for _, after := range blocks[i:] {
				if after.left == "" && after.note == nil {
					after.left = "about the article"
				}
			}
			return
		}
	}
}

// lastHeadings leaves out the headings after the last paragraph: their lists
// are left out too.
func lastHeadings(blocks []*block) {
	for i := len(blocks) - 1; i >= 0; i-- {
		b := blocks[i]
		if b.left != "" || b.note != nil {
			continue
		}
		if b.kind != essay.Heading {
			return
		}
		b.left = "links"
	}
}

const (
	pullWords = 70  // the longest pull quote
	pullTries = 200 // how many blocks are looked for in the text
)

// pullQuotes leaves out what is set apart from the paragraphs and repeats words
// of one.
func pullQuotes(blocks []*block, usual string) {
	var all strings.Builder
	for _, b := range blocks {
		if b.left == "" && b.kind != essay.Heading {
			all.WriteString(letters(string(b.text)))
			all.WriteByte(' ')
		}
	}
	text, tries := all.String(), 0
	if len(text) > maxText {
		return
	}
	for _, b := range blocks {
		n := len(strings.Fields(string(b.text)))
		if b.left != "" || n < 5 || n > pullWords || tries == pullTries || !setApart(b, usual) {
			continue
		}
		tries++
		own := letters(string(b.text))
		times := strings.Count(text, own)
		if b.kind != essay.Heading {
			times--
		}
		if times > 0 {
			b.left = "pull quote"
		}
	}
}

// setApart says that a block is set unlike most paragraphs.
func setApart(b *block, usual string) bool {
	switch b.kind {
	case essay.BlockQuote, essay.Heading:
		return true
	case essay.Paragraph:
		return makeOf(b.group) != usual || b.all(essay.Emphasis) || b.all(essay.Strong)
	}
	return false
}

// letters gives the letters and digits of a text, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// libraryNotices leaves out what a library of books puts before and after a
// text, where it marks the places.
func libraryNotices(blocks []*block) {
	for i, b := range blocks {
		mark := bytes.Index(b.text, []byte("***"))
		if mark < 0 {
			continue
		}
		sign := strings.ToUpper(string(b.text[mark:min(mark+60, len(b.text))]))
		switch {
		case strings.Contains(sign, "START OF"):
			for k, before := range blocks {
				if k <= i || before.node == b.node {
					before.left = "library's notice"
				}
			}
		case strings.Contains(sign, "END OF"):
			for k, after := range blocks {
				if k >= i || after.node == b.node {
					after.left = "library's notice"
				}
			}
			return
		}
	}
}

// fewLeft joins blocks side by side that are left out for one reason.
func fewLeft(blocks []*block) []*block {
	var out []*block
	for _, b := range blocks {
		if n := len(out); n > 0 && b.left != "" && out[n-1].left == b.left {
			out[n-1].text = append(append(out[n-1].text, ' '), b.text...)
			continue
		}
		out = append(out, b)
	}
	return out
}
