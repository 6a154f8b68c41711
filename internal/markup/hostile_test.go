package markup

import (
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/source"
)

// TestHostile holds that a quarter of a megabyte of any one thing is read, and
// gives no flood of findings.
func TestHostile(t *testing.T) {
	tokens := []string{
		"[[", "{{", "**", "`", "> ", "- ", "|", "{", "[", "*", "_", "}", "]", "<", "![", "](", "\\", "&", "#", "1. ",
		"{{a \"", "{{a \"b\"}}", "[[a", "[a]{lang=es}", "[a](b \"", "*a **b ", "*a_ ", "`` ` ", "<!--", "<a b=\"",
		"- [ ] ", "- a\n", "# {a=\"", "### a {#a}\n", "a\n", "\n", "\t", "**a:** ", "**answer:** a\n", "|a|\n|-|\n",
		"a\n---\n", "```\n", "\"", "\x01", "{pin}", "  - a\n    - b\n", "<a@b.c>",
	}
	for _, token := range tokens {
		for _, before := range []string{"", "### a\n\n| "} {
			hostile(t, before+strings.Repeat(token, (1<<18)/len(token)))
		}
	}
	for _, token := range []string{"- ", "[", "{", "a: ", "? ", "\"", "*", "&a ", "a:\n", "- a\n", "{a: ", "[a,", "a: |\n", "'", "-\n", "a: [\n"} {
		hostile(t, "---\n"+strings.Repeat(token, longestFront/len(token)-1)+"\n---\n")
	}
	nested := "---\n"
	for i := range 300 {
		nested += strings.Repeat(" ", i) + "a:\n"
	}
	hostile(t, nested+"---\n")
}

// TestHostileStairs holds that lines each indented further than the last cost
// no more than others.
func TestHostileStairs(t *testing.T) {
	var b strings.Builder
	for i := range 1000 {
		b.WriteString(strings.Repeat(" ", 2*i) + "- a\n")
	}
	hostile(t, b.String())
	text, err := source.New("a.md", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(ReadEssay(text, &diag.List{}).Blocks); n > widestIndent {
		t.Errorf("%d entries of lists in one another", n)
	}
}

func hostile(t *testing.T, s string) {
	t.Helper()
	text, err := source.New("a.md", []byte(s))
	if err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	Parse(text, &findings)
	ReadEssay(text, &diag.List{})
	if n := len(findings.Sorted()); n > mostFindings+1 {
		t.Errorf("%.20q gave %d findings", s, n)
	}
}
