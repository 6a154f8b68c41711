package passage

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
	"unicode/utf8"
)

var (
	noLength bool
	show     func(*anchored, *Raw, string)
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
	s := Selector{Start: c.Selector.Start + c.Selector.Exact, End: c.Selector.End, Before: c.Selector.Prefix, After: c.Selector.Suffix}
	if !noLength {
		s.Length = c.Len
	}
	return s
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

// TestAnchoring finds passages in copies that differ, and holds the shares of
// right and wrong answers.
func TestAnchoring(t *testing.T) {
	cases, texts := anchoredCases(t)
	begin := time.Now()
	raws := map[string]*Raw{}
	for name, text := range texts {
		raws[name] = NewRaw(text)
	}
	indexed := time.Since(begin)
	tables := map[string]map[string]int{}
	count := func(key, outcome string) {
		if tables[key] == nil {
			tables[key] = map[string]int{}
		}
		tables[key][outcome]++
		tables[key]["n"]++
	}
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	for _, c := range cases {
		text := texts[c.Text]
		found, miss := raws[c.Text].Find(c.selector())
		start, end := utf8.RuneCountInString(text[:found.From]), utf8.RuneCountInString(text[:found.To])
		if miss == nil {
			fmt.Fprintf(w, "{\"id\":%q,\"start\":%d,\"end\":%d}\n", c.ID, start, end)
		} else {
			fmt.Fprintf(w, "{\"id\":%q,\"lost\":true}\n", c.ID)
		}
		o := c.outcome(start, end, miss == nil)
		for _, key := range []string{"all", "form " + c.Form, "mutation " + c.Mutation, "essay " + c.Essay, "type " + c.Type} {
			count(key, o)
		}
		if show != nil && o != "correct" {
			show(c, raws[c.Text], o)
		}
	}
	w.Flush()
	spent := time.Since(begin)
	var keys []string
	for k := range tables {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		v := tables[k]
		pc := func(o string) float64 { return 100 * float64(v[o]) / float64(v["n"]) }
		t.Logf("%-45s %5d  correct %5.1f  near %4.1f  wrong %4.1f  lost %4.1f", k, v["n"], pc("correct"), pc("near"), pc("wrong"), pc("lost"))
		correct, wrong := 0.0, 1.5
		switch k {
		case "form range", "form exact", "form quote32":
			correct, wrong = 97.5, 0.3
		case "mutation deleted", "mutation wrong_essay", "mutation lookalike":
			correct = 99
		case "mutation none":
			correct = 100
		}
		if pc("correct") < correct || pc("wrong") > wrong {
			t.Errorf("%s: %.1f %% correct and %.1f %% wrong; want %v and no more than %v", k, pc("correct"), pc("wrong"), correct, wrong)
		}
	}
	t.Logf("%v for each selector, %v of it for the text", spent/time.Duration(len(cases)), indexed/time.Duration(len(cases)))
	if *predictions != "" {
		if err := os.WriteFile(*predictions, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
