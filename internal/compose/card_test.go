package compose

import (
	"slices"
	"strings"
	"testing"

	"quire/internal/document"
)

// partsIn gives the cards of a guide, each as its labels in order.
func partsIn(d *document.Document) [][]string {
	var out [][]string
	document.Rewrite(d.Blocks, func(b document.Block) []document.Block {
		if p, ok := b.(document.Parts); ok {
			var labels []string
			for _, it := range p.Items {
				labels = append(labels, it.Label)
			}
			out = append(out, labels)
		}
		return []document.Block{b}
	}, nil)
	return out
}

// The parts of all cards stand in one order, and every card says what to do
// about a silence.
func TestPartsStandInOneOrder(t *testing.T) {
	order := []string{
		"Look at", "How it runs", "Positions", "Probes", "Listen for", "Misreading", "If silent",
		"Without a pen", "Rubric", "Hint", "Starter", "Word bank", "Note",
	}
	l := programLesson(t, "applause")
	cards := partsIn(made(t, l, template(t, "guide")))
	cards = cards[:len(cards)-1] // the rubric for the talk
	if n := len(l.Section("Seminar").Items()); len(cards) < n-1 {
		t.Fatalf("%d cards of %d questions", len(cards), n)
	}
	for _, labels := range cards {
		at := -1
		for _, label := range labels {
			i := slices.Index(order, label)
			if i <= at {
				t.Errorf("%q stands out of order in %q", label, labels)
			}
			at = i
		}
		if !slices.Contains(labels, "If silent") {
			t.Errorf("no word on silence in %q", labels)
		}
	}
}

func TestWaitFirst(t *testing.T) {
	for said, want := range map[string]string{
		"":                                   "count to seven; then let everybody write",
		"reread ¶2.":                         "count to seven; then reread ¶2.",
		"Reread ¶2.":                         "Count to seven. Reread ¶2.",
		"Count to seven; then reread ¶2.":    "Count to seven; then reread ¶2.",
		"“Who acts?” on the board, in pairs": "count to seven; then “Who acts?”",
	} {
		var blocks []document.Block
		if said != "" {
			blocks = []document.Block{document.Paragraph{Text: document.Words(said)}}
		}
		if got := document.PlainBlocks(waitFirst(blocks)); !strings.HasPrefix(got, want) {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
	list := []document.Block{document.List{Items: []document.Item{{Blocks: []document.Block{document.Paragraph{Text: document.Words("wait")}}}}}}
	if got := document.PlainBlocks(waitFirst(list)); got != "count to seven; then:\nwait\n" {
		t.Errorf("a list: %q", got)
	}
}

// Passages are named by their ends, unless the guide would then quote more of
// an essay under copyright than it may.
func TestEndsWithinTheBudget(t *testing.T) {
	const ends = "“Unfortunately, American policymakers … President Enrique Peña Nieto.”"
	for words, want := range map[int]bool{0: true, 140: false} {
		l := programLesson(t, "cienfuegos")
		l.Brief = append(l.Brief, document.Paragraph{Text: []document.Inline{document.Quotation{Words: strings.TrimSpace(strings.Repeat("word ", words))}}})
		if got := strings.Contains(document.PlainBlocks(made(t, l, template(t, "guide")).Blocks), ends); got != want {
			t.Errorf("with %d words quoted: the ends are there: %v", words, got)
		}
	}
}
