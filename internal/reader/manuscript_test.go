package reader

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"quire/internal/diag"
	"quire/internal/essay"
)

// told writes an essay as readable text: what the file says of it, a line for
// each block with its kind, emphasis as *words* and **words**, and what was
// left out and why.
func told(e *essay.Essay) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s / %s\n", e.Title, e.Author)
	for _, block := range e.Blocks {
		kind := block.Kind.String()
		if block.Kind == essay.Heading {
			kind = fmt.Sprintf("heading %d", block.Level)
		}
		text, at := "", 0
		for _, m := range block.Marks {
			sign := "*"
			if m.Style == essay.Strong {
				sign = "**"
			}
			text += block.Text[at:m.Start] + sign + block.Text[m.Start:m.End] + sign
			at = m.End
		}
		text += block.Text[at:]
		fmt.Fprintf(&b, "%s: %s\n", kind, strings.ReplaceAll(text, "\n", " | "))
	}
	for _, l := range e.Left {
		fmt.Fprintf(&b, "- %s: %s\n", l.Why, strings.Join(strings.Fields(l.Span.String()), " "))
	}
	return b.String()
}

// A reading is a file's text in its format and what it should be read as.
type reading struct{ name, in, want string }

// readAll reads each as a file that wrap makes of it.
func readAll(t *testing.T, file string, tests []reading, wrap func(in string) []byte) {
	t.Helper()
	for _, tt := range tests {
		e, err := Read(file, wrap(tt.in), Hints{}, &diag.List{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		want := strings.TrimLeft(tt.want, "\n")
		if got := told(e); got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", tt.name, got, want)
		}
	}
}

func TestLooksName(t *testing.T) {
	for name, want := range map[string]bool{
		"Ada Lovell": true, "W. E. B. Marsh": true, "MIGUEL DE LA CRUZ": true, "Voltaire": true, "Jean-Paul d’Arcy": true, "A. Person": true,
		"Charles van der Berg Jr.": true, "Abu al-Fath": true,
		"Part One": false, "The Lighthouse": false, "Of Clocks": false, "Chapter IV": false, "VII": false, "Ada said nothing": false,
		"London, 1904": false, "What Then?": false, "ada lovell": false, "One Two Three Four Five Six Seven": false,
	} {
		if looksName(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

func TestShapeOf(t *testing.T) {
	long := strings.Repeat("many words here ", 10)
	tests := []struct {
		name   string
		lines  []string
		quoted bool
		want   shape
	}{
		{"verse", []string{"The rain came in at noon,", "and no one shut the door"}, false, verseShape},
		{"paragraphs", []string{long + ".", strings.ToUpper(long[:1]) + long}, false, proseShape},
		{"broken by a program", []string{
			"It was the year in which the river rose three times and the old bridge",
			"went with it, so that the people of the two banks, who had never liked",
			"each other much, had a reason to say so in letters."}, false, wrapShape},
		{"long verse", []string{long[:90], long[:80]}, true, verseShape},
		{"going on", []string{long + ",", "and then " + long}, false, wrapShape},
	}
	for _, tt := range tests {
		if got := shapeOf(tt.lines, tt.quoted); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// checkRead holds of whatever is read: an essay that is whole, or one sentence.
func checkRead(t *testing.T, e *essay.Essay, err error) {
	t.Helper()
	if err != nil {
		if e != nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("an error of several lines, or with an essay: %v", err)
		}
		return
	}
	for _, b := range e.Blocks {
		if !utf8.ValidString(b.Text) || strings.TrimSpace(b.Text) == "" {
			t.Errorf("%s: %q", b.Kind, b.Text)
		}
		last := 0
		for _, m := range b.Marks {
			if m.Start < last || m.End <= m.Start || m.End > len(b.Text) {
				t.Errorf("mark %d-%d of %q", m.Start, m.End, b.Text)
			}
			last = m.End
		}
	}
}
