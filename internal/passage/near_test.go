package passage

import (
	"slices"
	"testing"
)

// TestNear misquotes: the place that was meant comes first, and no place comes
// twice.
func TestNear(t *testing.T) {
	x := NewIndex(essayOf([]string{
		"Nobody hides the bus, and the children have been waiting for it since six.",
		"Then the council voted to take the bench away, and the bench, it said, was old.",
		"The bench and the bus and the council have been here for longer than the clock.",
	}))
	tests := []struct {
		quote    string
		excerpts []string
	}{
		{"hides teh car", []string{"Nobody hides the bus, and …"}},
		{"Nobody hides teh car", []string{"Nobody hides the bus, and …"}},
		{"and have been wating", []string{"… and the children have been waiting for it since …"}},
		{"Then the councel voted to take the bench awry and", []string{"Then the council voted to take the bench away, and the bench, it …"}},
		{"a wholly different matter", nil},
	}
	for _, tt := range tests {
		_, _, miss := x.Quote(tt.quote, nil)
		if miss == nil {
			t.Errorf("%s: found", tt.quote)
			continue
		}
		var got []string
		for _, c := range miss.Candidates {
			got = append(got, c.Excerpt)
		}
		if !slices.Equal(got, tt.excerpts) {
			t.Errorf("%s:\n got %q\nwant %q", tt.quote, got, tt.excerpts)
		}
	}
}

// TestMeant tells misquotations from words that only sound like the essay's.
func TestMeant(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	tests := []struct {
		words string
		want  string
	}{
		{"nobody ever argued", ""},
		{"The ferry crosses at six", "The ferry crossed at six. Old Señor Ibáñez, …"},
		{"The ferry waited at six", ""}, // one long word only
		{"the end of the affair", ""},
		{"a ferry that nobody crossed twice", ""},
	}
	for _, tt := range tests {
		c, ok := x.Meant(tt.words)
		if ok != (tt.want != "") || c.Excerpt != tt.want {
			t.Errorf("%s: %q, want %q", tt.words, c.Excerpt, tt.want)
		}
	}
}
