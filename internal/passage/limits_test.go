package passage

import (
	"slices"
	"strings"
	"testing"

	"quire/internal/essay"
	"quire/internal/source"
)

func TestEach(t *testing.T) {
	periodic := strings.Repeat("a ", 2000)
	tests := []struct{ text, pattern string }{
		{"", "a"}, {"a", ""}, {"aaa", "a"}, {"aaaa", "aa"}, {"abcabcabd", "abcabd"},
		{periodic, "a a"}, {periodic, periodic[:999]}, {periodic + "b", periodic[:999] + " b"},
		{strings.Repeat("ab", 300) + "c", strings.Repeat("ab", 100)},
	}
	for _, tt := range tests {
		var got, want []int
		each(tt.text, tt.pattern, func(at int) bool { got = append(got, at); return true })
		for i := range tt.text {
			if tt.pattern != "" && strings.HasPrefix(tt.text[i:], tt.pattern) {
				want = append(want, i)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%.20q in %.20q: at %v, want %v", tt.pattern, tt.text, got, want)
		}
		var kmp []int
		if tt.pattern != "" {
			eachKMP(tt.text, tt.pattern, 0, func(at int) bool { kmp = append(kmp, at); return true })
		}
		if !slices.Equal(kmp, want) {
			t.Errorf("%.20q in %.20q: KMP at %v, want %v", tt.pattern, tt.text, kmp, want)
		}
	}
}

// TestHugeEssays asks hostile questions of 128 KiB. Anything quadratic would
// take hours.
func TestHugeEssays(t *testing.T) {
	fill := func(unit string) *essay.Essay {
		return essayOf([]string{strings.TrimSpace(strings.Repeat(unit, (1<<17)/len(unit)))})
	}
	blocks := &essay.Essay{Blocks: make([]essay.Block, 1<<15)}
	for i := range blocks.Blocks {
		blocks.Blocks[i].Text = "a b"
	}
	for name, e := range map[string]*essay.Essay{
		"letters": fill("a "), "dashes": fill("—"), "one word": fill("a"), "quotes": fill("' "),
		"dots": fill(". "), "words": fill("one two three four five six seven eight nine ten. "),
		"blocks": blocks,
	} {
		t.Run(name, func(*testing.T) {
			x := NewIndex(e)
			long := strings.Repeat("a ", 1<<16)
			for _, s := range []string{"a", "a a … a", "a … b", "a b … b a", long, long + "… a", "on two thre four", "— —", "seven … six"} {
				if sel, err := Parse(s, source.Span{}); err == nil {
					x.Find(sel)
					x.Locate(sel)
				}
				x.Quote(s, nil)
				x.Requote(s, nil)
			}
			x.Quote(strings.Repeat("a … ", 16), nil)
			x.Quote(strings.Repeat("[", 1<<20), nil)
			x.Quote(strings.Repeat("[]", 1<<13), nil)
			x.Word("a")
			last := len(e.Blocks) - 1
			whole := essay.Range{End: essay.Pos{Block: last, Offset: len(e.Blocks[last].Text)}}
			x.Select(whole)
			x.Fingerprint(whole)
		})
	}
}

func FuzzFind(f *testing.F) {
	text := strings.Join(ferry, "\n\n")
	for _, s := range []string{"The ferry … six", "¶3-4", "[T]he town … nothing,", "six — always", "…", "a[b]c [d] … [e]f.", "'", "¶"} {
		f.Add(text, s, "whom")
	}
	f.Fuzz(func(t *testing.T, text, words, context string) {
		e := essayOf(strings.Split(strings.ToValidUTF8(text, "?"), "\n\n"))
		words, context = strings.ToValidUTF8(words, "?"), strings.ToValidUTF8(context, "?")
		x := NewIndex(e)
		check := func(r essay.Range) {
			if r.End.Before(r.Start) {
				t.Fatalf("%q in %q: the range %v is reversed", words, text, r)
			}
			x.essay.Words(r)
			x.Select(r)
			x.Fingerprint(r)
		}
		if sel, err := Parse(words, source.Span{}); err == nil {
			for _, sel.Before = range []string{"", context} {
				if r, miss := x.Find(sel); miss == nil {
					check(r)
				} else if len(miss.Candidates) > mostCandidates {
					t.Fatalf("%d candidates", len(miss.Candidates))
				}
				if m, miss := x.Locate(sel); miss == nil {
					check(m.Range)
				}
			}
		}
		r, own, miss := x.Quote(words, nil)
		if miss == nil {
			check(r)
			// The essay's own characters are a quotation of it, too, but for a
			// hyphen whose neighbours, which make a dash of it, were not quoted.
			if strings.Contains(own, "-") {
				return
			}
			if _, again, miss := x.Quote(own, &r); miss != nil || again != own {
				t.Fatalf("%q in %q: own %q is not a quotation: %q, %+v", words, text, own, again, miss)
			}
		}
		if m, own, miss := x.Requote(words, nil); miss == nil {
			check(m.Range)
			if own == "" {
				t.Fatalf("%q in %q: requoted as nothing", words, text)
			}
		}
		for _, r := range x.Word(context) {
			check(r)
		}
	})
}

func BenchmarkNewIndex(b *testing.B) {
	for name, e := range sharedEssays(b) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				NewIndex(e)
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	e := sharedEssays(b)["irving-mutability"]
	if e == nil {
		b.Skip("no such essay")
	}
	x := NewIndex(e)
	sel, _ := Parse("There are certain … and seek some quiet haunt", source.Span{})
	if _, miss := x.Find(sel); miss != nil {
		b.Fatalf("%+v", miss)
	}
	b.Run("find", func(b *testing.B) {
		for b.Loop() {
			x.Find(sel)
		}
	})
	b.Run("quote", func(b *testing.B) {
		for b.Loop() {
			x.Quote("the old gray cloisters of Westminster Abbey … with the name of reflection", nil)
		}
	})
	b.Run("miss", func(b *testing.B) {
		for b.Loop() {
			x.effort.Store(0)
			x.Quote("the old grey cloister of Westminster Abby", nil)
		}
	})
}
