package cli

import (
	"bytes"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"

	"quire/internal/build"
	"quire/internal/check"
	"quire/internal/diag"
	"quire/internal/source"
)

// oddText has lines with what makes columns hard: a tab, a combining mark, a
// character beyond the first plane.
const oddText = "# One\n\tzoe\u0308 𝒳 said\nthe end\n"

// sarifOf prints findings of all kinds in a file of that name.
func sarifOf(t *testing.T, name string) (log map[string]any, spans []source.Span) {
	t.Helper()
	text, err := source.New(name, []byte(oddText))
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Index(oddText, "said")
	one, end := text.Span(2, 5), len(oddText)
	b := &build.Built{Name: "l", Findings: []diag.Finding{
		{Code: "S1", Severity: diag.Error, At: one, Message: "no key", Hint: "Mark one."},
		{Code: "M6", Severity: diag.Warning, At: text.Span(said, said+4), Message: "50% “always”", Related: []diag.Related{{At: one, Message: "here"}, {Message: "nowhere"}}},
		{Code: "M2", Severity: diag.Note, At: text.Span(2, end-1), Message: "over lines"},
		{Code: "front-matter", Severity: diag.Error, At: text.Span(end, end), Message: "empty, at the end"},
		{Code: "nowhere", Severity: diag.Warning, Message: "no place"},
	}, Silenced: []build.Silenced{
		{Finding: diag.Finding{Code: "M6", Severity: diag.Warning, At: one, Message: "allowed"}, Because: "it is the essay's word"},
		{Finding: diag.Finding{Code: "S4", Severity: diag.Warning, At: one, Message: "allowed, nobody says why"}},
	}}
	var out bytes.Buffer
	if err := printSARIF(&out, []*build.Built{b}); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	for _, f := range b.Findings {
		spans = append(spans, f.At)
	}
	for _, s := range b.Silenced {
		spans = append(spans, s.At)
	}
	return log, spans
}

// sarifShape is what the schema of SARIF 2.1.0 says of the objects that Quire
// writes: "!" marks a property that must be there, "[]" a list; after the name
// stands its kind: another shape, "text" (not empty), "int" (at least 1),
// "index" (at least 0), "bool", "uri", or the values it may have.
var sarifShape = map[string]map[string]string{
	"log":         {"$schema": "uri", "version!": "2.1.0", "runs![]": "run"},
	"run":         {"tool!": "tool", "columnKind": "utf16CodeUnits|unicodeCodePoints", "results[]": "result"},
	"tool":        {"driver!": "driver"},
	"driver":      {"name!": "text", "version": "text", "rules[]": "rule"},
	"rule":        {"id!": "text", "shortDescription": "message", "fullDescription": "message", "help": "message", "defaultConfiguration": "config", "properties": "bag"},
	"config":      {"level": "none|note|warning|error", "enabled": "bool"},
	"bag":         {"precision": "very-high|high|medium|low"},
	"message":     {"text!": "text"},
	"result":      {"ruleId": "text", "ruleIndex": "index", "level": "none|note|warning|error", "message!": "message", "locations[]": "location", "relatedLocations[]": "location", "suppressions[]": "suppression"},
	"location":    {"physicalLocation": "physical", "message": "message"},
	"physical":    {"artifactLocation!": "artifact", "region": "region"},
	"artifact":    {"uri": "uri"},
	"region":      {"startLine": "int", "startColumn": "int", "endLine": "int", "endColumn": "int"},
	"suppression": {"kind!": "inSource|external", "justification": "text"},
}

// conforms reports how a value differs from a shape.
func conforms(t *testing.T, at, shape string, v any) {
	t.Helper()
	want, ok := sarifShape[shape]
	if !ok {
		scalar(t, at, shape, v)
		return
	}
	object, ok := v.(map[string]any)
	if !ok {
		t.Errorf("%s is no object: %v", at, v)
		return
	}
	known := map[string]bool{}
	for key, kind := range want {
		name := strings.TrimRight(key, "![]")
		known[name] = true
		value, there := object[name]
		if !there {
			if strings.Contains(key, "!") {
				t.Errorf("%s has no %s", at, name)
			}
			continue
		}
		if !strings.HasSuffix(key, "[]") {
			conforms(t, at+"."+name, kind, value)
			continue
		}
		list, ok := value.([]any)
		if !ok {
			t.Errorf("%s.%s is no list: %v", at, name, value)
		}
		for _, entry := range list {
			conforms(t, at+"."+name, kind, entry)
		}
	}
	for name := range object {
		if !known[name] {
			t.Errorf("%s has a property %s, which Quire has no reason to write", at, name)
		}
	}
}

func scalar(t *testing.T, at, kind string, v any) {
	t.Helper()
	ok := false
	switch kind {
	case "text":
		s, is := v.(string)
		ok = is && s != ""
	case "int":
		n, is := v.(float64)
		ok = is && n >= 1
	case "index":
		n, is := v.(float64)
		ok = is && n >= 0
	case "bool":
		_, ok = v.(bool)
	case "uri":
		s, is := v.(string)
		_, err := url.Parse(s)
		ok = is && err == nil && s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`"<>\^{|}`, r) })
	default:
		s, is := v.(string)
		ok = is && slices.Contains(strings.Split(kind, "|"), s)
	}
	if !ok {
		t.Errorf("%s: %v is not of the kind %s", at, v, kind)
	}
}

// get follows keys and indices into a decoded value.
func get(v any, path ...any) any {
	for _, p := range path {
		switch p := p.(type) {
		case string:
			v = v.(map[string]any)[p]
		case int:
			v = v.([]any)[p]
		}
	}
	return v
}

func TestSARIFConforms(t *testing.T) {
	log, spans := sarifOf(t, "l/lesson.md")
	conforms(t, "log", "log", log)
	rules := get(log, "runs", 0, "tool", "driver", "rules").([]any)
	if len(rules) < len(check.Rules) {
		t.Errorf("%d rules", len(rules))
	}
	seen := map[any]bool{}
	for _, r := range rules {
		if id := get(r, "id"); seen[id] {
			t.Errorf("the rule %v stands twice", id)
		} else {
			seen[id] = true
		}
	}
	results := get(log, "runs", 0, "results").([]any)
	if len(results) != len(spans) {
		t.Fatalf("%d results of %d findings", len(results), len(spans))
	}
	for i, r := range results {
		if index := int(get(r, "ruleIndex").(float64)); get(rules[index], "id") != get(r, "ruleId") {
			t.Errorf("result %d: the rule at %d is not %v", i, index, get(r, "ruleId"))
		}
		_, placed := r.(map[string]any)["locations"]
		if placed == spans[i].IsZero() {
			t.Errorf("result %d: a location: %v", i, placed)
		}
		if placed {
			region(t, get(r, "locations", 0, "physicalLocation", "region"), spans[i])
		}
	}
	if n := len(get(results[1], "relatedLocations").([]any)); n != 1 {
		t.Errorf("%d related places, of which one has a place", n)
	}
	for i, want := range []int{0, 0, 0, 0, 0, 1, 1} {
		if n := len(get(results[i], "suppressions").([]any)); n != want {
			t.Errorf("result %d: %d suppressions", i, n)
		}
	}
	if got := get(results[5], "suppressions", 0, "justification"); got != "it is the essay's word" {
		t.Errorf("the reason is %v", got)
	}
}

// region cuts what a region names out of the text, counting code points from 1
// and leaving out the end column, as 3.30 says.
func region(t *testing.T, r any, want source.Span) {
	t.Helper()
	n := func(name string) int { return int(get(r, name).(float64)) }
	lines := strings.SplitAfter(oddText, "\n")
	offset := func(line, column int) int {
		return len(strings.Join(lines[:line-1], "")) + len(string([]rune(lines[line-1])[:column-1]))
	}
	start, end := offset(n("startLine"), n("startColumn")), offset(n("endLine"), n("endColumn"))
	if start != want.Start || end != want.End {
		t.Errorf("the region is %q, the span %q", oddText[start:end], want)
	}
}

// A file's name as a URI reference says the very name again.
func TestSARIFNames(t *testing.T) {
	for name, want := range map[string]string{
		"l/lesson.md":           "l/lesson.md",
		"my lesson/lesson.md":   "my%20lesson/lesson.md",
		"Übung/lesson.md":       "%C3%9Cbung/lesson.md",
		"50%/lesson.md":         "50%25/lesson.md",
		"a#b?c/lesson.md":       "a%23b%3Fc/lesson.md",
		"a:b/lesson.md":         "./a:b/lesson.md",
		"new\nline/lesson.md":   "new%0Aline/lesson.md",
		"../up/lesson.md":       "../up/lesson.md",
		`a"b<c>{d}|^/lesson.md`: "a%22b%3Cc%3E%7Bd%7D%7C%5E/lesson.md",
		"/home/a b/lesson.md":   "file:///home/a%20b/lesson.md",
		"//twice/lesson.md":     "file:///twice/lesson.md",
		"a//b/lesson.md":        "a//b/lesson.md",
	} {
		log, _ := sarifOf(t, name)
		conforms(t, name, "log", log)
		got := get(log, "runs", 0, "results", 0, "locations", 0, "physicalLocation", "artifactLocation", "uri").(string)
		if got != want {
			t.Errorf("%q is %s, want %s", name, got, want)
		}
	}
}

func TestSARIFOfNothing(t *testing.T) {
	var out bytes.Buffer
	if err := printSARIF(&out, nil); err != nil {
		t.Fatal(err)
	}
	var log any
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	conforms(t, "log", "log", log)
	if r, ok := get(log, "runs", 0, "results").([]any); !ok || len(r) != 0 {
		t.Errorf("without findings results is %v, where an empty list says that nothing was found", r)
	}
}
