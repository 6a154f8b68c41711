package markup

import (
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
)

func parse(t *testing.T, s string) (*File, []diag.Finding) {
	t.Helper()
	text, err := source.New("a.md", []byte(s))
	if err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	return Parse(text, &findings), findings.Sorted()
}

// TestLimits holds that each bound lets pass what is just within it, and
// reports what is just beyond.
func TestLimits(t *testing.T) {
	quotes := func(n int) string { return strings.Repeat("> ", n) + "a\n" }
	for _, c := range []struct {
		name          string
		within        string
		beyond        string
		code, message string
	}{
		{"paragraph", strings.Repeat("a", longestParagraph), strings.Repeat("a", longestParagraph+1), "markup", "paragraph of more than 16 KiB"},
		{"marks", strings.Repeat("* ", 4) + strings.Repeat("]", mostMarks-4), strings.Repeat("]", mostMarks+1), "markup", "paragraph with more than 1000 marks"},
		{"quotations", quotes(deepest), quotes(deepest + 1), "nesting", "quotations or lists nested too deep"},
		{"front matter", "---\na: " + strings.Repeat("b", longestFront-4) + "\n---\n", "---\na: " + strings.Repeat("b", longestFront) + "\n---\n", "front-matter", "front matter of more than 64 KiB"},
		{"brackets", "---\na: " + strings.Repeat("[", deepestFront) + strings.Repeat("]", deepestFront) + "\n---\n",
			"---\na: " + strings.Repeat("[", deepestFront+1) + strings.Repeat("]", deepestFront+1) + "\n---\n", "front-matter", "front matter nested too deep"},
		{"entry", "---\na:\n" + strings.Repeat("- b\n", mostTokens/2-1) + "---\n", "---\na:\n" + strings.Repeat("- b\n", mostTokens/2) + "---\n", "front-matter", "entry of more than 4000 words and signs"},
		{"call", "{{a \"" + strings.Repeat("b", longestCall-20) + "\"}}", "{{a \"" + strings.Repeat("b", longestCall+1), "call", "quotation mark is never closed"},
		{"gap", "### a\n\n[[" + strings.Repeat("b", longestGap-1) + "]]", "### a\n\n[[" + strings.Repeat("b", longestGap+2) + "]]", "gap", "gap is never closed"},
		{"control", "a\tb\u00a0c", "a\x1b[31mb", "control", "control character U+001B"},
		{"noncharacter", "a\uFFFDb", "a\uFFFEb", "control", "U+FFFE, which is no character"},
		{"blocks", strings.Repeat("> a\n\n", mostBlocks/2), strings.Repeat("> a\n\n", mostBlocks/2+1), "limit", "more than 1000 paragraphs, lists and entries under one heading"},
		{"fields", "### a\n\n" + strings.Repeat("**Hint:** a\n\n", mostBlocks), "### a\n\n" + strings.Repeat("**Hint:** a\n\n", mostBlocks+1), "limit", "more than 1000 paragraphs, lists and entries under one heading"},
		{"list", strings.Repeat("- a\n", mostItems), strings.Repeat("- a\n", mostItems+1), "limit", "list of more than 200 entries"},
		{"table", "|a|b|\n|-|-|\n" + strings.Repeat("|a|b|\n", mostRows), "|a|b|\n|-|-|\n" + strings.Repeat("|a|b|\n", mostRows+1), "limit", "table of more than 200 rows"},
		{"calls alone", strings.Repeat("# a\n\n{{a}}\n\n", mostCalls), strings.Repeat("# a\n\n{{a}}\n\n", mostCalls+1), "limit", "more than 2000 calls in a file"},
		{"calls in text", strings.Repeat("# a\n\nb {{a}}\n\n", mostCalls), strings.Repeat("# a\n\nb {{a}}\n\n", mostCalls+1), "limit", "more than 2000 calls in a file"},
		{"list's start", "99. a", "1986. a", "list", "list that counts from 1986"},
	} {
		if _, findings := parse(t, c.within); len(findings) > 0 {
			t.Errorf("%s: within the bound: %q", c.name, findings[0].Message)
		}
		_, findings := parse(t, c.beyond)
		if len(findings) != 1 || findings[0].Code != c.code || findings[0].Message != c.message {
			t.Errorf("%s: beyond the bound: %d findings %.200v", c.name, len(findings), findings)
		}
	}
}

// TestMostFindings holds that findings stop after a while, and say so.
func TestMostFindings(t *testing.T) {
	_, findings := parse(t, strings.Repeat("a {\n\n", 3*mostFindings))
	if len(findings) != mostFindings+1 {
		t.Fatalf("%d findings, want %d", len(findings), mostFindings+1)
	}
	if last := findings[mostFindings].Message; last != "more than 200 mistakes in this file" {
		t.Errorf("the last says %q", last)
	}
}

// TestBlankNumbers holds that a section's blanks number its gaps.
func TestBlankNumbers(t *testing.T) {
	file, findings := parse(t, "### a\n\n[[one]] and\n\n- [[two]]\n\n> *[[three]]*\n\n### b\n\n[[four]]\n")
	if len(findings) > 0 {
		t.Fatal(findings[0].Message)
	}
	want := [][]string{{"one", "two", "three"}, {"four"}}
	for i, s := range file.Sections {
		n := 0
		document.Walk(s.Blocks, func(in document.Inline) {
			if b, ok := in.(document.Blank); ok {
				if got := s.Gaps[b.Number-1].Answer; got != want[i][n] || b.Number != n+1 {
					t.Errorf("blank %d of section %d is %q, want %q", b.Number, i, got, want[i][n])
				}
				n++
			}
		})
		if n != len(want[i]) {
			t.Errorf("section %d has %d blanks, want %d", i, n, len(want[i]))
		}
	}
}

// TestFieldNames holds that every label is read, in either number and case,
// and that none is near enough to another to be taken for it.
func TestFieldNames(t *testing.T) {
	for _, l := range labels {
		for _, words := range []string{spelled(l.name), l.name, l.other} {
			if words == "" {
				continue
			}
			if name, _, near := readLabel(words); name != l.name || near != "" {
				t.Errorf("label %q is %q, near %q", words, name, near)
			}
		}
	}
	if name, number, _ := readLabel("Model  4"); name != "model" || number != 4 {
		t.Errorf("Model 4 is %q, %d", name, number)
	}
	for _, words := range []string{"Example", "Note", "Claim", "Part A", "On", "Answer in full sentences"} {
		if name, _, near := readLabel(words); name != "" || near != "" {
			t.Errorf("%q is taken for %q%q", words, name, near)
		}
	}
}
