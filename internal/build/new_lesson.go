package build

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/passage"
	"quire/internal/stem"
)

// lessonText writes the lesson.md of a new lesson. File is the essay's in the
// folder, "" if it stays out; name stands in for a title.
func lessonText(e *essay.Essay, x *passage.Index, rights lesson.Rights, file, name string) string {
	var b strings.Builder
	frontText(&b, e, rights, file, name)
	fmt.Fprintf(&b, "\n%s: what should you know before you teach this? What is established, what is disputed, and by whom; the author's case at its best, and the other side's. Students don't see this part.\n", lesson.Todo)
	passages := choosePassages(e, x)
	b.WriteString("\n# Passages\n\n<!-- Chosen by signs alone: beginnings and ends, words of contrast, quotations, figures. They are a start: rename, move, delete. quire show FOLDER --find \"words\" writes others. -->\n")
	for _, p := range passages {
		b.WriteString("\n" + passageBlock(p.title, p.id, "", p.selector))
	}
	promptsText(&b, stem.All(), passages, chooseWord(e, x, passages))
	return b.String()
}

// frontText writes the front matter: what the file says, and TODO for what a
// sheet should say and the file doesn't.
func frontText(b *strings.Builder, e *essay.Essay, rights lesson.Rights, file, name string) {
	known := func(s string, fits func(string) bool) string {
		if s = plainValue(s); s != "" && fits(s) {
			return s
		}
		return ""
	}
	always := func(string) bool { return true }
	title := known(e.Title, always)
	line := func(key, value, comment string) {
		if value == "" {
			b.WriteString(key + ": " + lesson.Todo + "  # " + comment + "\n")
			return
		}
		b.WriteString(key + ": " + yamlValue(value) + "\n")
	}
	b.WriteString("---\nquire: 1\n")
	line("title", firstOf(title, plainValue(name)), "of the lesson")
	line("question", "", "the one question that the class will argue about")
	b.WriteString("minutes: 50\n")
	if lang := known(e.Lang, lesson.FitsLang); lang != "" && lang != "en" {
		line("lang", lang, "")
	}
	b.WriteString("essay:\n")
	line("  title", title, "the file doesn't say")
	line("  author", known(e.Author, always), "the file doesn't say; delete the line if nobody knows")
	line("  publication", known(e.Publication, always), "the file doesn't say; delete the line if there is none")
	line("  published", known(e.Published, lesson.FitsPublished), "the file doesn't say: a year, or 2023-04-15")
	line("  genre", "", "such as opinion essay, speech, memoir")
	line("  rights", string(rights), "")
	if url := known(e.URL, lesson.FitsURL); url != "" {
		line("  url", url, "")
	}
	if file != "" {
		line("  file", file, "")
	}
	b.WriteString("---\n")
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// A newPrompt is a stem's prompt on one of the passages.
type newPrompt struct {
	at   int // index of its passage
	text string
}

// promptsText writes the sections: a prompt of each stem that finds a passage,
// in the essay's order within each group.
func promptsText(b *strings.Builder, stems []*stem.Stem, passages []chosen, word *askedWord) {
	uses := make([]int, len(passages))
	placed := map[stem.Place][]newPrompt{}
	for _, s := range stems {
		if p, ok := placeStem(s, passages, uses, word); ok {
			placed[s.Place()] = append(placed[s.Place()], p)
		}
	}
	section := ""
	for _, place := range stem.Places {
		all := placed[place]
		slices.SortStableFunc(all, func(p, q newPrompt) int { return p.at - q.at })
		for i, p := range all {
			if place.Section != section {
				section = place.Section
				b.WriteString("\n# " + section + "\n")
			}
			if i == 0 && place.Group != "" {
				b.WriteString("\n## " + place.Group + "\n")
			}
			b.WriteString("\n" + p.text)
		}
	}
}

// placeStem puts a stem on the passage that it fits best, of several with that
// sign on the one with the fewest prompts so far. Those that fit no sign take
// somebody who has read the essay.
func placeStem(s *stem.Stem, passages []chosen, uses []int, word *askedWord) (newPrompt, bool) {
	find := func(wanted func(chosen) bool) int {
		best := -1
		for i, p := range passages {
			if wanted(p) && (best < 0 || uses[i] < uses[best]) {
				best = i
			}
		}
		return best
	}
	if s.Needs != "" && find(func(p chosen) bool { return p.id == s.Needs }) < 0 {
		return newPrompt{}, false
	}
	for _, sign := range s.Fits {
		at := find(func(p chosen) bool { return p.sign == sign || sign == signWord && word != nil && p.id == word.passage })
		if at < 0 {
			continue
		}
		var known map[string]string
		if sign == signWord {
			known = word.arguments()
		}
		text, ok := s.Markdown(passages[at].id, known)
		if !ok {
			continue
		}
		uses[at]++
		return newPrompt{at, text}, true
	}
	return newPrompt{}, false
}
