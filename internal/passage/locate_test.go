package passage

import (
	"slices"
	"strings"
	"testing"

	"quire/internal/source"
)

func TestLocate(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	for _, c := range []struct {
		name, selector, before string
		want                   string // "" for a miss
		inexact                bool
		why                    Why
	}{
		{"word for word", "The ferry crossed … nobody ever argued.", "", "The ferry crossed at six. Old Señor Ibáñez, who sold the tickets, called it “the only clock in town” — and nobody ever argued.", false, 0},
		{"a slip at the end", "The ferry crossed … nobody ever argude.", "", "The ferry crossed at six. Old Señor Ibáñez, who sold the tickets, called it “the only clock in town” — and nobody ever argued.", true, 0},
		{"capitals and accents", "old senor Ibanez, who sold the tickets", "", "Old Señor Ibáñez, who sold the tickets", true, 0},
		{"over a paragraph's border", "no body ever argued. When the bridge opened", "", "nobody ever argued.\n\nWhen the bridge opened", true, 0},
		{"the second of two", "The toun said nothing", "What more could we want", "The town said nothing", true, 0},
		{"one of two", "The toun said nothing", "", "", false, Ambiguous},
		{"another sentence", "When the school closed, the council's letter said the teacher was no longer needed", "", "", false, Missing},
		{"too little", "calender", "", "", false, Missing},
		{"turned round", "it only goes … What more", "", "", false, Reversed},
	} {
		sel, err := Parse(c.selector, source.Span{})
		if err != nil {
			t.Fatal(err)
		}
		sel.Before = c.before
		m, miss := x.Locate(sel)
		if miss != nil {
			if c.want != "" || miss.Why != c.why {
				t.Errorf("%s: %+v", c.name, miss)
			}
			continue
		}
		if got := x.essay.Words(m.Range); got != c.want || m.Inexact != c.inexact {
			t.Errorf("%s: %q, inexact %v; want %q", c.name, got, m.Inexact, c.want)
		}
	}
}

// TestLocateRemembered lets a lock file's memory decide what words alone cannot.
func TestLocateRemembered(t *testing.T) {
	author := NewIndex(essayOf(ferry))
	sel, err := Parse("When the bridge opened … and the ferry stopped.", source.Span{})
	if err != nil {
		t.Fatal(err)
	}
	m, miss := author.Locate(sel)
	if miss != nil {
		t.Fatal(miss)
	}
	sel.Fingerprint, sel.Length = author.Fingerprint(m.Range), len([]rune(author.essay.Words(m.Range)))
	lookalike := "When the bridges open, a man from the county reads a list of boats that have been sold abroad, and the ferry stops."
	paragraphs := slices.Clone(ferry)
	paragraphs[2] = lookalike
	if m, miss := NewIndex(essayOf(paragraphs)).Locate(sel); miss == nil {
		t.Errorf("the passage of the same ends is taken: %+v", m)
	}
	paragraphs[2] = strings.NewReplacer("When the bridge opened", "Once the bridge had opened", "ferry stopped", "boat stopped").Replace(ferry[2])
	if _, miss := NewIndex(essayOf(paragraphs)).Locate(Selector{Start: sel.Start, End: sel.End}); miss == nil {
		t.Error("the passage is found without what is remembered")
	}
	copied := NewIndex(essayOf(paragraphs))
	if m, miss := copied.Locate(sel); miss != nil || !m.Inexact || m.Range.Start.Block != 2 {
		t.Errorf("what is remembered does not help: %+v, %+v", m, miss)
	}
}

func TestRequote(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	for _, c := range []struct {
		quote, want string
		inexact     bool
	}{
		{"nobody ever argued", "nobody ever argued", false},
		{"called it ‘the only clok in towne’", "called it “the only clock in town”", true},
		{"sold the tikets ... the only clock in toun", "sold the tickets … the only clock in town", true},
		{"the only clock in toun ... sold the tikets", "", false},
		{"called it the only bridge in the county", "", false},
	} {
		m, own, miss := x.Requote(c.quote, nil)
		if (miss == nil) != (c.want != "") || own != c.want || m.Inexact != c.inexact {
			t.Errorf("%s: %q, inexact %v, %+v; want %q", c.quote, own, m.Inexact, miss, c.want)
		}
	}
	within := x.essay.Blocks[4].Text
	r, _, _ := x.Quote(within, nil)
	if m, _, miss := x.Requote("The toun said nothing", &r); miss != nil || m.Range.Start.Block != 4 {
		t.Errorf("within: %+v, %+v", m, miss)
	}
}
