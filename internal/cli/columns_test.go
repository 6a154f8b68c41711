package cli

import (
	"bytes"
	"strings"
	"testing"

	"quire/internal/build"
	"quire/internal/diag"
	"quire/internal/source"
)

// Text, JSON and the workflow commands give one column: that of the character,
// counted from 1 in code points, whatever stands before it. SARIF's is held in
// sarif_test.go.
func TestColumns(t *testing.T) {
	for line, want := range map[string]string{
		"here":                "1",
		"\there":              "2",
		"\t\t here":           "4",
		"é here":              "3",
		"e\u0301 here":        "4",
		"漢字 here":             "4",
		"𝒳 here":              "3",
		"👩\u200d🏫 here":       "5",
		"“so” — \u00a0 here":  "10",
		"a\u202eb here":       "5",
		"# Ünïcode {#a} here": "16",
	} {
		text, err := source.New("l.md", []byte("first\n"+line+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		i := strings.Index(text.Body, "here")
		b := []*build.Built{{Findings: []diag.Finding{{Code: "M6", Severity: diag.Warning, At: text.Span(i, i+4), Message: "m"}}}}
		var out, json, hub bytes.Buffer
		if err := printText(&bytes.Buffer{}, &out, b); err != nil {
			t.Fatal(err)
		}
		if err := printJSON(&json, b); err != nil {
			t.Fatal(err)
		}
		printGitHub(&hub, b)
		for form, has := range map[string]bool{
			"text":   strings.HasPrefix(out.String(), "l.md:2:"+want+": warning: m [M6]\n"),
			"json":   strings.Contains(json.String(), `"column": `+want+","),
			"github": strings.Contains(hub.String(), ",col="+want+","),
		} {
			if !has {
				t.Errorf("%q: not in column %s in the form %s:\n%s%s%s", line, want, form, out.String(), json.String(), hub.String())
			}
		}
	}
}
