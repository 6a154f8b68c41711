package passage

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"
)

var predictions = flag.String("predictions", "", "write what is found in ../shared/anchoring into `FILE`, for its score.py")

// anchored is a case of ../shared/anchoring.
type anchored struct {
	ID, Essay, Mutation, Level, Text, Type, Form string
	Selector                                     struct{ Prefix, Start, End, Suffix, Exact string }
	Len                                          int
	Truth                                        *struct{ Start, End int }
	Ambiguous                                    bool
}

func (c *anchored) selector() Selector {
	return Selector{
		Start: c.Selector.Start + c.Selector.Exact, End: c.Selector.End,
		Before: c.Selector.Prefix, After: c.Selector.Suffix, Length: c.Len,
	}
}

// outcome is as score.py has it.
func (c *anchored) outcome(start, end int, found bool) string {
	switch {
	case c.Truth == nil && found:
		return "wrong"
	case c.Truth == nil, !found && c.Ambiguous:
		return "correct"
	case !found:
		return "lost"
	}
	switch v := overlap(span{c.Truth.Start, c.Truth.End}, span{start, end}); {
	case v >= 0.9:
		return "correct"
	case v >= 0.5:
		return "near"
	}
	return "wrong"
}

func anchoredCases(t testing.TB) ([]*anchored, map[string]string) {
	const dir = "../../../shared/anchoring"
	raw, err := os.ReadFile(filepath.Join(dir, "cases.jsonl"))
	if err != nil {
		t.Skip("no cases in ../shared/anchoring")
	}
	var cases []*anchored
	texts := map[string]string{}
	for line := range bytes.Lines(raw) {
		c := &anchored{}
		if err := json.Unmarshal(line, c); err != nil {
			t.Fatal(err)
		}
		cases = append(cases, c)
		if texts[c.Text] != "" {
			continue
		}
		packed, err := os.ReadFile(filepath.Join(dir, c.Text))
		if err != nil {
			t.Fatal(err)
		}
		r, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		texts[c.Text] = string(text)
	}
	return cases, texts
}

// shares counts outcomes by key.
type shares map[string]map[string]int

func (s shares) add(c *anchored, outcome string) {
	for _, key := range []string{"all", "form " + c.Form, "mutation " + c.Mutation, "essay " + c.Essay, "type " + c.Type} {
		if s[key] == nil {
			s[key] = map[string]int{}
		}
		s[key][outcome]++
		s[key]["n"]++
	}
}

// percent gives the share of an outcome.
func (s shares) percent(key, outcome string) float64 {
	return 100 * float64(s[key][outcome]) / float64(s[key]["n"])
}

// TestAnchoring finds passages in copies that differ, and holds the shares of
// right and wrong answers.
func TestAnchoring(t *testing.T) {
	cases, texts := anchoredCases(t)
	raws := map[string]*Raw{}
	for name, text := range texts {
		raws[name] = NewRaw(text)
	}
	withLength, without := shares{}, shares{}
	var out bytes.Buffer
	for _, c := range cases {
		sel, text := c.selector(), texts[c.Text]
		found, miss := raws[c.Text].Find(sel)
		start, end := utf8.RuneCountInString(text[:found.From]), utf8.RuneCountInString(text[:found.To])
		withLength.add(c, c.outcome(start, end, miss == nil))
		if miss == nil {
			fmt.Fprintf(&out, "{\"id\":%q,\"start\":%d,\"end\":%d}\n", c.ID, start, end)
		} else {
			fmt.Fprintf(&out, "{\"id\":%q,\"lost\":true}\n", c.ID)
		}
		sel.Length = 0
		found, miss = raws[c.Text].Find(sel)
		start, end = utf8.RuneCountInString(text[:found.From]), utf8.RuneCountInString(text[:found.To])
		without.add(c, c.outcome(start, end, miss == nil))
	}
	for _, key := range slices.Sorted(maps.Keys(withLength)) {
		pc := withLength.percent
		t.Logf("%-45s %5d  correct %5.1f  near %4.1f  wrong %4.1f  lost %4.1f", key, withLength[key]["n"], pc(key, "correct"), pc(key, "near"), pc(key, "wrong"), pc(key, "lost"))
		correct, wrong := 0.0, 1.5
		switch key {
		case "form range", "form exact", "form quote32":
			correct, wrong = 97.5, 0.3
		case "mutation deleted", "mutation wrong_essay", "mutation lookalike":
			correct = 99
		case "mutation none":
			correct = 100
		}
		if pc(key, "correct") < correct || pc(key, "wrong") > wrong {
			t.Errorf("%s: %.1f %% correct and %.1f %% wrong; want %v and no more than %v", key, pc(key, "correct"), pc(key, "wrong"), correct, wrong)
		}
	}
	if c, w := without.percent("all", "correct"), without.percent("all", "wrong"); c < 97.5 || w > 0.3 {
		t.Errorf("without lengths: %.1f %% correct and %.1f %% wrong; want 97.5 and no more than 0.3", c, w)
	}
	if *predictions != "" {
		if err := os.WriteFile(*predictions, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
