package compose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/question"
)

// places are where the passages of a lesson stand, by their ids.
type places map[string]*document.Reference

// placesOf leaves out passages without a place, and one that is the whole
// essay: nobody needs to be sent there.
func placesOf(l *lesson.Lesson) places {
	out := places{}
	for _, p := range l.Passages {
		words := p.Place.Words(true)
		whole := p.Place.FirstParagraph == 1 && p.Place.LastParagraph == len(l.Paragraphs) && len(l.Paragraphs) > 1
		if p.ID != "" && words != "" && !whole {
			out[p.ID] = &document.Reference{Place: p.Place, Words: words}
		}
	}
	return out
}

// of gives the place of an item's passage, nil for none.
func (p places) of(it *question.Item) *document.Reference { return p[it.Tags.Passage] }

// saysWhere says that blocks name a place in the essay: by a reference, or in
// words ("¶3").
func saysWhere(blocks []document.Block) bool {
	found := false
	document.Walk(blocks, func(in document.Inline) {
		switch in := in.(type) {
		case document.Reference:
			found = true
		case document.Text:
			_, after, ok := strings.Cut(in.Words, "¶")
			r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00a0"))
			found = found || ok && r >= '1' && r <= '9'
		}
	})
	return found
}

// covers says that a reference among blocks holds a place.
func covers(blocks []document.Block, place document.Place) bool {
	found := false
	document.Walk(blocks, func(in document.Inline) {
		if r, ok := in.(document.Reference); ok {
			found = found || r.Place.FirstParagraph <= place.FirstParagraph && place.LastParagraph <= r.Place.LastParagraph
		}
	})
	return found
}

// sayWhere sends students to a place that nothing in a worksheet's group names:
// in its directions where all its tasks are about one passage and none says so,
// else in each task that doesn't.
func (g *sheetGroup) sayWhere() {
	var silent []int
	for i, t := range g.tasks {
		if t.look != nil && !saysWhere(t.body) && !covers(g.directions, t.look.Place) {
			silent = append(silent, i)
		}
	}
	if len(silent) == 0 {
		return
	}
	same := !slices.ContainsFunc(silent, func(i int) bool { return g.tasks[i].look != g.tasks[silent[0]].look })
	if same && len(silent) == len(g.tasks) && len(silent) > 1 {
		if !saysWhere(g.directions) {
			g.directions = after(g.directions, " Read ", *g.tasks[0].look, ".")
		}
		return
	}
	for _, i := range silent {
		t := &g.tasks[i]
		t.stem = lookFirst(t.stem, *t.look)
	}
}

// lookFirst runs "Look at ¶3, lines 34–41." in before a question.
func lookFirst(stem []document.Block, place document.Reference) []document.Block {
	text := []document.Inline{document.Text{Words: "Look at "}, place, document.Text{Words: "."}}
	if len(stem) > 0 {
		if p, ok := stem[0].(document.Paragraph); ok {
			p.Text = append(append(text, document.Text{Words: " "}), p.Text...)
			return append([]document.Block{p}, stem[1:]...)
		}
	}
	return append([]document.Block{document.Paragraph{Text: text}}, stem...)
}

// after adds a place to the last paragraph of blocks, between two pieces of
// text, or gives it a paragraph where they don't end in one.
func after(blocks []document.Block, before string, place document.Reference, behind string) []document.Block {
	out := slices.Clone(blocks)
	text := []document.Inline{document.Text{Words: before}, place, document.Text{Words: behind}}
	if n := len(out); n > 0 {
		if p, ok := out[n-1].(document.Paragraph); ok {
			p.Text = append(p.Text[:len(p.Text):len(p.Text)], text...)
			out[n-1] = p
			return out
		}
	}
	text[0] = document.Text{Words: strings.TrimLeft(before, " ")}
	return append(out, document.Paragraph{Text: text})
}
