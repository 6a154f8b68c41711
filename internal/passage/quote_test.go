package passage

import (
	"slices"
	"testing"

	"quire/internal/essay"
)

func TestQuote(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	tests := []struct{ quote, want, own string }{
		{"crossed at six", "crossed at six", ""},
		{`called it 'the only clock in town'--and`, "called it “the only clock in town” — and", "called it “the only clock in town” — and"},
		{"The river keeps / no calendar", "The river keeps\nno calendar", "The river keeps / no calendar"},
		{"The river keeps no calendar", "The river keeps\nno calendar", "The river keeps / no calendar"},
		{"a bridge. What more", "a bridge. What more", ""},

		// The stop at the end is the author's, or the essay's.
		{"It doesn't ring.", "It doesn’t ring.", "It doesn’t ring."},
		{"It doesn't ring,", "It doesn’t ring", "It doesn’t ring,"},
		{"called it “the only clock.", "called it “the only clock", "called it “the only clock."},
		{"It doesn't ring?", "", ""},

		// Omissions.
		{"The ferry crossed ... nobody ever argued", "The ferry crossed at six. Old Señor Ibáñez, who sold the tickets, called it “the only clock in town” — and nobody ever argued", "The ferry crossed … nobody ever argued"},
		{"It shows six […] and since. ... The river", "It shows six, always six, in the years 2012–18 and since.\n\nThe river", "It shows six […] and since. … The river"},
		{"... crossed at six ...", "crossed at six", "… crossed at six …"},
		{"The town said nothing … always six", "The town said nothing for a year… Then someone—nobody knows who—painted a clock on the empty ticket office. It shows six, always six", ""},
		{"nothing for a year... Then", "nothing for a year… Then", "nothing for a year… Then"},
		{"crossed at six … always six", "", ""}, // more than 60 words on
		{"always six … crossed at six", "", ""},
		{"crossed...six", "", ""},

		// Brackets.
		{"[t]he ferry crossed", "The ferry crossed", "[t]he ferry crossed"},
		{"[T]he council's letter", "the council’s letter", "[T]he council’s letter"},
		{"[s]he ferry crossed", "", ""},
		{"someone [in town]—nobody knows", "someone—nobody knows", ""},
		{"Old [Mr.] Ibáñez […] called it", "Old Señor Ibáñez, who sold the tickets, called it", "Old [Mr.] Ibáñez […] called it"},
		{"argue[s]", "argued", "argue[s]"},
		{"painted … on the empty [booth]", "painted a clock on the empty", "painted … on the empty [booth]"},
		{"crossed [the river] [each day] at six", "crossed at six", "crossed [the river] [each day] at six"},
		{"The ferry [boat] called it", "", ""}, // more than four words
		{"said nothing … [S]omeone—nobody", "said nothing for a year… Then someone—nobody", "said nothing … [S]omeone—nobody"},

		// Capitals and words are as they are.
		{"old Señor", "", ""},
		{"Old Senor", "", ""},
		{"cross", "", ""},
		{"does", "", ""},
		{"", "", ""},
		{"[all] [mine]", "", ""},
		{"…", "", ""},
		{".", "", ""},
	}
	for _, tt := range tests {
		r, own, miss := x.Quote(tt.quote, nil)
		got := ""
		if miss == nil {
			got = x.essay.Words(r)
		}
		if got != tt.want {
			t.Errorf("%s\n got %q (%+v)\nwant %q", tt.quote, got, miss, tt.want)
		}
		want := tt.own
		if want == "" && miss == nil {
			want = house(tt.quote)
		}
		if own != want {
			t.Errorf("%s: own %q, want %q", tt.quote, own, want)
		}
	}
}

func TestQuoteWithin(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	block := func(b int) *essay.Range {
		return &essay.Range{Start: essay.Pos{Block: b}, End: essay.Pos{Block: b, Offset: len(x.essay.Blocks[b].Text)}}
	}
	tests := []struct {
		quote  string
		within *essay.Range
		block  int // where it is found
	}{
		{"The town said nothing", nil, 2},
		{"The town said nothing", block(4), 4},
		{"The town said nothing", block(6), 2}, // its first place
		{"The town said nothing,", block(4), 4},
		{"six.", nil, 1},
		{"six,", nil, 4}, // a stop that is there goes first
		{"six,", block(1), 1},
		{"six", block(4), 4},
		{"ferry … six", block(1), 1},
	}
	for _, tt := range tests {
		r, _, miss := x.Quote(tt.quote, tt.within)
		if miss != nil || r.Start.Block != tt.block {
			t.Errorf("%s within %v: block %d (%+v), want %d", tt.quote, tt.within, r.Start.Block, miss, tt.block)
		}
	}
}

func TestQuotePlaces(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	block := func(b int) *essay.Range {
		return &essay.Range{Start: essay.Pos{Block: b}, End: essay.Pos{Block: b, Offset: len(x.essay.Blocks[b].Text)}}
	}
	tests := []struct {
		quote  string
		within *essay.Range
		want   []int // blocks
	}{
		{"crossed at six", nil, []int{1}},
		{"The town said nothing", nil, []int{2, 4}},
		{"The town said nothing", block(4), []int{4}},
		{"The town said nothing", block(6), []int{2, 4}},
		{"six,", nil, []int{4, 4}}, // the stop decides
		{"no such words", nil, nil},
	}
	for _, tt := range tests {
		var got []int
		for _, r := range x.QuotePlaces(tt.quote, tt.within, 5) {
			got = append(got, r.Start.Block)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s within %v: blocks %v, want %v", tt.quote, tt.within, got, tt.want)
		}
	}
}

func TestQuoteMisses(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	tests := []struct {
		quote   string
		why     Why
		words   string
		excerpt string
	}{
		{"crossed at six … the old clock", Missing, "the old clock", ""},
		{"nobody ever argues.", Missing, "nobody ever argues.", "… in town” — and nobody ever argued."},
		{"crossed at six … always six", Missing, "always six", "… It shows six, always six, in the years …"},
		{"always six … crossed at six", Reversed, "crossed at six", "The ferry crossed at six. Old Señor Ibáñez, …"},
	}
	for _, tt := range tests {
		_, _, miss := x.Quote(tt.quote, nil)
		if miss == nil || miss.Why != tt.why || miss.Words != tt.words {
			t.Errorf("%s: %+v, want %d %q", tt.quote, miss, tt.why, tt.words)
			continue
		}
		if tt.excerpt != "" && (len(miss.Candidates) == 0 || miss.Candidates[0].Excerpt != tt.excerpt) {
			t.Errorf("%s: candidates %+v, want %q", tt.quote, miss.Candidates, tt.excerpt)
		}
	}
}

func TestWord(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	tests := []struct {
		word string
		want int
	}{
		{"ferry", 6}, {"FERRY", 6}, {"council", 1}, {"council's", 1}, {"doesn't", 1}, {"doesn", 0},
		{"señor", 1}, {"the ferry", 4}, {"ferr", 0}, {"", 0}, {"—", 0},
	}
	for _, tt := range tests {
		got := x.Word(tt.word)
		if len(got) != tt.want {
			t.Errorf("%q stands at %v, want %d places", tt.word, got, tt.want)
		}
	}
}
