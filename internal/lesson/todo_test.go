package lesson

import (
	"testing"
	"testing/fstest"

	"quire/internal/diag"
)

func TestTodos(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "TODO": 1, "TODO: a, TODO. (TODO)": 3, "TODOs, todo, METODO, TODO1, xTODO, ÉTODO": 0, "TODOTODO TODO": 1,
	} {
		if got := Todos(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

// One warning names all that is left, in every file.
func TestReportTodos(t *testing.T) {
	front := "---\nquire: 1\ntitle: T\n---\n\n"
	for _, c := range []struct {
		main, part, want string
	}{
		{front + "Done.\n", "# Worksheet\n", ""},
		{front + "TODO: a brief.\n", "", "there is one TODO left (line 6)"},
		{front + "TODO: a\nTODO: b TODO: c\n\nTODO\n", "", "there are 4 TODOs left (lines 6–7, 9)"},
		{front + "TODO\n", "# Worksheet\n\n### TODO?\n", "there are 2 TODOs left (l/lesson.md: line 6; l/parts/a.md: line 3)"},
	} {
		m := fstest.MapFS{"lesson.md": {Data: []byte(c.main)}}
		if c.part != "" {
			m["parts/a.md"] = &fstest.MapFile{Data: []byte(c.part)}
		}
		var findings diag.List
		if _, err := Read(m, "l", "l/", &findings); err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range findings.Sorted() {
			if f.Code == "todo" {
				got += f.Message
				if f.Severity != diag.Warning {
					t.Errorf("%q is no warning", got)
				}
			}
		}
		if got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
