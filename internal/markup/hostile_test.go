package markup

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"quire/internal/diag"
	"quire/internal/source"
)

// TestHostile holds that a megabyte of any one thing is read in about the time
// that a megabyte of prose takes, however it is laid out.
func TestHostile(t *testing.T) {
	const size = 1 << 20
	tokens := []string{
		"[[", "{{", "**", "`", "> ", "- ", "|", "{", "[", "*", "_", "}", "]", "<", "![", "](", "\\", "&", "#", "1. ",
		"{{a ", "{{a \"", "{{a \"b\"}}", "[[a", "[[a]]", "[a]{", "[a]{lang=es}", "[a](", "[a](b \"", "*a **b ", "*a_ ", "a**b", "`` ` ",
		"`a``b", "<!--", "<a ", "<a b=\"", "<?", "&amp;", "| a ", "|-", "- [ ] ", "- [x]\n", "- a\n", "> a\n", "# ", "# {", "# {a=\"", "# a {{",
		"# a\n", "### a {#a}\n", "a\n", "a  \n", "\n", "\t", "    ", "- - a\n", "> - ", "**a:** ", "**answer:** ", "**answer:** a\n", "|a|\n|-|\n",
		"a|b\n-|-\n", "-\n", "---\n", "===\n", "a\n===\n", "a\n---\n", "```\n", "```", "~~~\n", "<div>\n", "    a\n", "\"", "'", "é", "\x01", "{pin}", "--", "...",
		"  - a\n    - b\n", "1) a\n", "[a]: b\n", "<a@b.c>", "<http://a>", "http://a ", "0", "\\[", "[\n", "*\n", "{{\n", "\"a\" ",
	}
	for _, token := range tokens {
		for _, shape := range []struct{ before, after string }{{"", ""}, {"a ", ""}, {"### a\n\n", "\n\n- x"}, {"### ", ""}, {"- ", ""}, {"> ", ""}, {"| ", " |\n|-|"}, {"---\n", "\n---\n"}} {
			s := shape.before + strings.Repeat(token, size/len(token)) + shape.after
			text, err := source.New("a.md", []byte(s))
			if err != nil {
				t.Fatal(err)
			}
			var findings diag.List
			start := time.Now()
			Parse(text, &findings)
			if d := time.Since(start); d > time.Second {
				t.Errorf("1 MiB of %q after %q took %v", token, shape.before, d)
			}
			if n := len(findings.Sorted()); n > mostFindings+1 {
				t.Errorf("1 MiB of %q after %q gave %d findings", token, shape.before, n)
			}
		}
	}
	_ = fmt.Sprint
}
