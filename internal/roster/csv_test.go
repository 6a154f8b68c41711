package roster

import (
	"encoding/csv"
	"strings"
	"testing"
)

func TestCell(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "",
		"Ana Ruiz":                   "Ana Ruiz",
		"-Anna":                      "'-Anna",
		"=HYPERLINK(\"http://e\")":   "'=HYPERLINK(\"http://e\")",
		"+1":                         "'+1",
		"@SUM(1)":                    "'@SUM(1)",
		"\tx":                        "'\tx",
		"\rx":                        "'\nx",
		"\nx":                        "'\nx",
		"  =1":                       "'  =1",
		"\u00A0=1":                   "'\u00A0=1",
		"\u200B=1":                   "'\u200B=1",
		"＝1":                         "'＝1",
		"＋－＠":                        "'＋－＠",
		"a\n=1":                      "a\n'=1",
		"a\r\n-b\r=c":                "a\n'-b\n'=c",
		"Ruiz-Peña":                  "Ruiz-Peña",
		"O'Brien":                    "O'Brien",
		"a=b":                        "a=b",
		"'=1":                        "'=1",
		"\x00=1":                     "'\x00=1",
		"王小明":                        "王小明",
		"=cmd|'/c calc'!A1, \"two\"": "'=cmd|'/c calc'!A1, \"two\"",
	} {
		if got := Cell(in); got != want {
			t.Errorf("Cell(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	if got, want := Line("Ana", "=1;\"x\"", "", "B;=2"), "\"Ana\",\"'=1;\"\"x\"\"\",\"\",\"B;=2\"\r\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Whatever is written comes back as written, but that no cell is a formula.
func FuzzLine(f *testing.F) {
	f.Add("=1", "a\r\n=b")
	f.Add(" \t@x", "\"")
	f.Fuzz(func(t *testing.T, a, b string) {
		back, err := csv.NewReader(strings.NewReader(Line(a, b))).Read()
		if err != nil || len(back) != 2 || back[0] != Cell(a) || back[1] != Cell(b) {
			t.Fatalf("%q, %q came back as %q: %v", a, b, back, err)
		}
		for _, c := range back {
			for _, l := range strings.Split(c, "\n") {
				if l = strings.TrimSpace(l); l != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(l)[0]) {
					t.Fatalf("%q is live", c)
				}
			}
		}
	})
}
