package reader

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"quire/internal/essay"
)

// headParts is what stands before the essay: why of each part, which of them is
// the title, and who wrote it by what is written there.
type headParts struct {
	why    []string
	title  int
	words  string // of the title, which may take several lines
	author string // "" if nothing there says it; else or as the file says
}

// readHead finds where the essay begins: after the short lines at the start of
// the file, and after a deck if a credit or by-line follows it. A sentence,
// a salutation, an epigraph begin the essay.
func readHead(parts []part, h Hints, e *essay.Essay) headParts {
	head := headParts{title: -1, author: e.Author}
	known := cmp.Or(e.Title, h.Title)
	signed, titled := false, false
	for i := 0; i < len(parts) && i < headPieces; i++ {
		p := &parts[i]
		w := p.words()
		why := ""
		switch {
		case p.kind == essay.Heading && p.level == 1, head.title >= 0 && sameWords(w, parts[head.title].words()), known != "" && sameWords(w, known), e.Title != "" && sameWords(w, e.Title+" by "+e.Author):
			why = "title"
			if head.title < 0 {
				head.title = i
			}
			titled = true
		case p.kind != essay.Paragraph:
		case isByWord(w) && i+1 < len(parts) && isShortLine(parts[i+1].words()):
			why = "by-line"
			signed = true
			head.why = append(head.why, why)
			i++
			head.setAuthor(parts[i].words())
		case isByline(w):
			why = "by-line"
			signed = true
			head.setAuthor(bylineName(w))
		case sameWords(w, e.Author), sameWords(w, h.Author):
			why = "by-line"
			signed = true
			head.setAuthor(w)
		case isSeparator(w):
			why = "separator"
		case isMenu(w):
			why = "menu"
		case isCredit(w):
			why = "credit"
		case isOpening(parts, i, titled):
		case isShortLine(w):
			if why = "line"; signed && titled && isKeptHeading(parts, i) {
				why = ""
			}
		case !titled && !slices.Contains(head.why, "line") && asksAsTitle(parts, i):
			why = "line"
		case isDeck(parts, i, signed):
			why = "deck"
		}
		if why == "" {
			break
		}
		head.why = append(head.why, why)
	}
	head.nameLines(parts, e)
	return head
}

func (head *headParts) setAuthor(name string) {
	if head.author == "" {
		head.author = name
	}
}

// nameLines finds the title among a head's lines if nothing has told it, and
// says of the others what they are.
func (head *headParts) nameLines(parts []part, e *essay.Essay) {
	if head.title < 0 && e.Title == "" {
		head.title = head.chooseTitle(parts)
	}
	first, last := head.widenTitle(parts)
	var words []string
	for i := max(first, 0); i <= last; i++ {
		words = append(words, parts[i].words())
		head.why[i] = "title"
	}
	head.words = strings.Join(words, " ")
	for i, why := range head.why {
		switch {
		case why != "line":
		case head.title >= 0 && i > head.title:
			head.why[i] = "line under the title"
			if w := parts[i].words(); head.author == "" && e.Title == "" && looksName(w) && !isSection(w) && head.whereNamesStand(i) {
				head.author = w
				head.why[i] = "by-line"
			}
		case e.Title != "":
			head.why[i] = "line above the text"
		default:
			head.why[i] = "menu"
		}
	}
}

// whereNamesStand says that a line stands right under the title or a deck, or
// right above a date or the like.
func (head *headParts) whereNamesStand(i int) bool {
	above := head.why[i-1]
	return i == head.title+1 || above == "title" || above == "deck" || i+1 < len(head.why) && head.why[i+1] == "credit"
}

// widenTitle takes the lines next to a title in capitals that go on with it.
func (head *headParts) widenTitle(parts []part) (first, last int) {
	first, last = head.title, head.title
	goesOn := func(i int) bool {
		w := parts[i].words()
		return head.why[i] == "line" && allCaps(w) && !isSection(w)
	}
	if first < 0 || !allCaps(parts[first].words()) || parts[first].kind == essay.Heading {
		return first, last
	}
	for first > 0 && goesOn(first-1) {
		first--
	}
	for last+1 < len(head.why) && goesOn(last+1) && !(last+2 == len(head.why) && looksName(parts[last+1].words())) {
		last++
	}
	return first, last
}

// chooseTitle picks the title among the lines that stand before the by-line,
// the credit, the deck or the text: the longest of the last three, which a menu
// hardly is.
func (head *headParts) chooseTitle(parts []part) int {
	var lines []int
	for i, why := range head.why {
		if why == "line" {
			if k := len(lines); k > 0 && lines[k-1] < i-1 && len(lines) > 0 && head.breaks(lines[k-1], i) {
				break
			}
			lines = append(lines, i)
		}
	}
	best := -1
	for _, i := range lines[max(len(lines)-3, 0):] {
		w := parts[i].words()
		if best < 0 {
			best = i
			continue
		}
		b := parts[best].words()
		if startsLow(w) || strings.HasSuffix(b, ":") || isSubtitle(w) || looksName(w) && !looksName(b) || parts[i].kind == essay.Paragraph && isSection(w) && !isSection(b) {
			continue
		}
		if len(strings.Fields(w)) > len(strings.Fields(b)) {
			best = i
		}
	}
	return best
}

// breaks says that a by-line, credit or deck stands between two lines of a
// head: what comes after it is no title.
func (head *headParts) breaks(from, to int) bool {
	for _, why := range head.why[from+1 : to] {
		if why == "by-line" || why == "credit" || why == "deck" {
			return true
		}
	}
	return false
}

func isSubtitle(w string) bool {
	lower := strings.ToLower(w)
	for _, s := range []string{"or, ", "or ", "being ", "a review", "an essay", "essay", "a short story", "a letter"} {
		if strings.HasPrefix(lower, s) {
			return true
		}
	}
	return false
}

// isSection says that a line is the name of a part of a newspaper or the like.
func isSection(w string) bool {
	switch strings.ToLower(strings.Trim(w, " :")) {
	case "opinion", "ideas", "essay", "essays", "culture", "politics", "science", "books", "features", "news", "world", "commentary", "analysis", "editorial", "columns", "blog", "home", "search", "menu":
		return true
	}
	return false
}

// isOpening says that a part opens the essay though it is short: a salutation,
// an epigraph with who said it, a line that runs on into the next.
func isOpening(parts []part, i int, titled bool) bool {
	w := parts[i].words()
	lower := strings.ToLower(w)
	for _, s := range []string{"dear ", "my dear ", "dearest ", "sir,", "sirs,", "gentlemen", "fellow ", "to the editor", "to whom ", "friends,", "ladies and "} {
		if strings.HasPrefix(lower, s) && (strings.ContainsRune(",:!;—-", lastRune(w)) || s == "to the editor") {
			return true
		}
	}
	switch lastRune(w) {
	case ',', ';':
		return titled || i > 0
	case ':':
		return titled && !isSection(w)
	}
	return i+1 < len(parts) && (quoted(w) || emphasised(w)) && isAttribution(parts[i+1].words()) && !isByline(parts[i+1].words())
}

// isKeptHeading says that a short line after title and by-line is the heading
// of the essay's first section, not one more line of the head.
func isKeptHeading(parts []part, i int) bool {
	w := parts[i].words()
	if isNumberedHeading(w) {
		return true
	}
	switch plainWords(w) {
	case "introduction", "prologue", "preface", "foreword", "abstract", "preamble":
		return true
	}
	return false
}

// asksAsTitle says that a part which ends like a sentence is a title: it is
// short and a by-line follows.
func asksAsTitle(parts []part, i int) bool {
	w := parts[i].words()
	if len(strings.Fields(w)) > shortWords || !endsSentence(w) {
		return false
	}
	for k := i + 1; k < len(parts) && k <= i+2; k++ {
		next := parts[k].words()
		if isByline(next) || isByWord(next) {
			return true
		}
	}
	return false
}

// isDeck says that a part sums the essay up above a by-line or credit. Once the
// by-line is past, sentences are the essay's.
func isDeck(parts []part, i int, signed bool) bool {
	if signed || len(strings.Fields(parts[i].words())) > deckWords || i+1 >= len(parts) {
		return false
	}
	next := parts[i+1].words()
	if looksName(next) && i+2 < len(parts) {
		next = parts[i+2].words()
	}
	return isCredit(next) || isByWord(next)
}

// leaveHead lists a head's parts, and takes title and author from them.
func (d *draft) leaveHead(parts []part, head *headParts) {
	e := &d.about
	for i, p := range parts {
		why := "before the beginning"
		if i < len(head.why) {
			why = head.why[i]
		}
		if i == head.title && e.Title == "" {
			e.Title = tidyLine(head.words)
		}
		d.leave(p, why)
	}
	if e.Author == "" {
		e.Author = head.author
	}
}

// isByWord says that a line is nothing but "by": the name is in the next.
func isByWord(w string) bool {
	switch strings.ToLower(strings.Trim(w, " :_*—-")) {
	case "by", "written by", "words by", "story by", "text by", "an essay by", "essay by":
		return true
	}
	return false
}

// bylineName cuts what stands round the name in a by-line.
func bylineName(w string) string {
	lower := strings.ToLower(w)
	for _, s := range bylineOpenings {
		if rest, ok := strings.CutPrefix(lower, s); ok {
			w = w[len(w)-len(rest):]
			break
		}
	}
	for _, s := range []string{" | ", " · ", " • ", " — ", " – ", " / ", "  "} {
		w, _, _ = strings.Cut(w, s)
	}
	return withoutDate(strings.Trim(w, " ,;:_*"))
}

var bylineOpenings = [...]string{"by ", "by: ", "written by ", "words by ", "story by ", "text by ", "an essay by ", "essay by ", "author: ", "author "}

// isByline says that a line says who wrote the essay: "By Ana Pérez".
func isByline(w string) bool {
	lower := strings.ToLower(w)
	for _, s := range bylineOpenings {
		rest, ok := strings.CutPrefix(lower, s)
		if !ok {
			continue
		}
		name := bylineName(w)
		n := len(strings.Fields(name))
		return n > 0 && n <= 8 && len(strings.Fields(rest)) <= 14 && (!endsSentence(name) || looksName(name)) && unicode.IsUpper(firstRune(name))
	}
	return false
}

// isCredit says that a line names who wrote, took or printed something, or
// when: a by-line, a picture credit, a date, a reading time.
func isCredit(w string) bool {
	if isByline(w) {
		return true
	}
	if len(strings.Fields(w)) > shortWords {
		return false
	}
	lower := strings.ToLower(w)
	if strings.HasSuffix(lower, "min read") || strings.HasSuffix(lower, "minute read") || strings.HasSuffix(lower, "minutes read") || isDate(lower) {
		return true
	}
	if endsSentence(w) {
		return false
	}
	for _, s := range []string{"credit:", "credit ", "credits:", "photo:", "photo by", "photograph", "photos by", "photo credit", "photo illustration", "image:", "image ", "illustration:", "illustration by", "illustrations by", "illustrated by",
		"published ", "published:", "updated ", "updated:", "last updated", "last modified", "posted ", "first published", "originally published",
		"written by", "translated by", "edited by", "reading time", "estimated reading", "listen to this", "source:", "date:", "word count"} {
		if strings.HasPrefix(lower, s) {
			return true
		}
	}
	return strings.HasPrefix(lower, "from ") && isNamedFrom(w)
}

// isNamedFrom says that "from" is followed by a name, as in the line that says
// where a piece was printed.
func isNamedFrom(w string) bool {
	f := strings.Fields(w)
	return len(f) > 1 && len(f) <= 10 && (unicode.IsUpper(firstRune(f[1])) || len(f) > 2 && unicode.IsUpper(firstRune(f[2])))
}

// isDate says that a line, in lower case, is a date and hardly more.
func isDate(lower string) bool {
	if len(strings.Fields(lower)) > 8 {
		return false
	}
	if len(lower) == 4 && strings.Trim(lower, "0123456789") == "" {
		return true
	}
	figures := 0
	month := false
	for _, f := range strings.FieldsFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch {
		case strings.Trim(f, "0123456789") == "" || strings.Trim(f, "0123456789") == "th" || strings.Trim(f, "0123456789") == "st" || strings.Trim(f, "0123456789") == "nd":
			figures++
		case isMonth(f):
			month = true
		case isDay(f), f == "of", f == "at", f == "am", f == "pm", f == "on", f == "et", f == "gmt", f == "edt", f == "est", f == "utc", f == "the", f == "issue":
		default:
			return false
		}
	}
	if month {
		return figures > 0
	}
	return figures >= 3 && strings.ContainsAny(lower, "/.-") // 24.11.2026, 11/24/2026
}

func isMonth(f string) bool {
	for _, m := range [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if f == m || len(f) == 3 && f == m[:3] || f == "sept" {
			return true
		}
	}
	return false
}

func isDay(f string) bool {
	for _, d := range [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if f == d || len(f) == 3 && f == d[:3] {
			return true
		}
	}
	return false
}
