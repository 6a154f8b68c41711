package build

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"sort"
	"unicode/utf8"

	"quire/internal/passage"
)

// resolveLimit is how many bytes a text may have in which selectors are resolved.
const resolveLimit = 16 << 20

// Resolver finds selectors in a text file as it is: nothing is read as markup,
// nothing left out. It may be used by several goroutines at a time.
type Resolver struct {
	raw    *passage.Raw
	points codePoints
}

// Resolved is where a selector stands, in code points of the file, End exclusive;
// or that it is lost, and why. A byte that isn't UTF-8 counts as one.
type Resolved struct {
	ID      json.RawMessage `json:"id"`
	Start   *int            `json:"start,omitempty"`
	End     *int            `json:"end,omitempty"`
	Inexact bool            `json:"inexact,omitempty"` // the words there are not quite the selector's
	Lost    bool            `json:"lost,omitempty"`
	Why     string          `json:"why,omitempty"`
	Near    []NearPlace     `json:"near,omitempty"` // places that may have been meant, the best first
}

// NearPlace is a stretch in code points.
type NearPlace struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// NewResolver reads a text file.
func NewResolver(name string) (*Resolver, error) {
	raw, err := readFile(name)
	switch {
	case err != nil:
		return nil, err
	case len(raw) > resolveLimit:
		return nil, fmt.Errorf("%s is larger than the %d MiB in which selectors are resolved", name, resolveLimit>>20)
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return nil, misuse("%s is UTF-16: save it as UTF-8", name)
	}
	text := string(raw)
	return &Resolver{passage.NewRaw(text), newCodePoints(text)}, nil
}

// request is a selector as it comes in; what isn't known is absent or null.
type request struct {
	ID       json.RawMessage `json:"id"`
	Selector *struct {
		Prefix string `json:"prefix"`
		Start  string `json:"start"`
		End    string `json:"end"`
		Suffix string `json:"suffix"`
		Exact  string `json:"exact"`
	} `json:"selector"`
	Len float64 `json:"len"` // characters of the passage in the author's copy
}

// Resolve reads a request, one JSON object, and answers it. An error says what is
// wrong with the request.
func (r *Resolver) Resolve(line []byte) (*Resolved, error) {
	var q request
	if err := json.Unmarshal(line, &q); err != nil {
		return nil, plainJSONError(err)
	}
	if len(q.ID) == 0 {
		return nil, errors.New(`it has no "id"`)
	}
	if q.Selector == nil || q.Selector.Start+q.Selector.Exact == "" {
		return nil, errors.New(`its "selector" has neither "start" nor "exact"`)
	}
	if q.Len < 0 || q.Len != math.Trunc(q.Len) {
		return nil, errors.New(`its "len" is no number of characters`)
	}
	s := passage.Selector{Start: q.Selector.Start, End: q.Selector.End, Before: q.Selector.Prefix, After: q.Selector.Suffix, Length: int(min(q.Len, math.MaxInt32))}
	if q.Selector.Exact != "" {
		s.Start, s.End = q.Selector.Exact, ""
	}
	out := &Resolved{ID: q.ID}
	p, miss := r.raw.Find(s)
	if miss == nil {
		start, end := r.points.at(p.From), r.points.at(p.To)
		out.Start, out.End, out.Inexact = &start, &end, p.Inexact
		return out, nil
	}
	out.Lost = true
	out.Why = "missing: the text does not have these words, nor any near enough to them"
	if miss.Why == passage.Ambiguous {
		out.Why = "ambiguous: more places than one fit as well"
	}
	for _, p := range miss.Near {
		out.Near = append(out.Near, NearPlace{r.points.at(p.From), r.points.at(p.To)})
	}
	return out, nil
}

// plainJSONError says what is wrong with a line as a person would.
func plainJSONError(err error) error {
	var wrong *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &wrong) && wrong.Field != "":
		return fmt.Errorf("its %q cannot be a JSON %s", wrong.Field, wrong.Value)
	case errors.As(err, &wrong):
		return fmt.Errorf("it is a JSON %s, not an object", wrong.Value)
	case errors.As(err, &syntax):
		return fmt.Errorf("it is not JSON: %w at byte %d", err, syntax.Offset)
	}
	return fmt.Errorf("it is not JSON: %w", err)
}

// codePoints counts the code points of a text up to a byte.
type codePoints struct {
	text  string
	marks []int // bytes where the code points pointStep, 2·pointStep … begin
}

const pointStep = 1024

func newCodePoints(text string) codePoints {
	c := codePoints{text: text}
	n := 0
	for i := range text {
		if n++; n%pointStep == 1 && n > 1 {
			c.marks = append(c.marks, i)
		}
	}
	return c
}

// at counts the code points before byte i, which is a bound of them.
func (c codePoints) at(i int) int {
	k := sort.SearchInts(c.marks, i+1)
	from := 0
	if k > 0 {
		from = c.marks[k-1]
	}
	return k*pointStep + utf8.RuneCountInString(c.text[from:i])
}
