package question

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quire/internal/document"
)

var update = flag.Bool("update", false, "write the goldens anew")

// whereOf is the section in which a type's example stands.
func whereOf(t Type) string {
	switch t.Name {
	case "discussion":
		return "Seminar"
	case "exit":
		return "Exit ticket"
	}
	return "Worksheet"
}

// turned arranges an item's shuffled parts with each a place further on.
func turned(it *Item) Arrangement {
	a := make(Arrangement, len(it.Responses))
	for i, r := range it.Responses {
		n, _, _ := Shuffles(r)
		for j := range n {
			a[i] = append(a[i], (j+1)%n)
		}
	}
	return a
}

func TestExamples(t *testing.T) {
	names := map[string]bool{}
	for _, typ := range Types {
		t.Run(typ.Name, func(t *testing.T) {
			if typ.Doc == "" || typ.noun == "" || names[typ.Name] {
				t.Errorf("%s needs a name of its own, a doc and a noun", typ.Name)
			}
			names[typ.Name] = true
			it, findings := read(t, typ.Example, whereOf(typ))
			if len(findings) > 0 {
				t.Errorf("the example has findings: %q", findings)
			}
			if it.Type != typ.Name {
				t.Fatalf("the example is a %s", it.Type)
			}
			golden(t, typ.Name, picture(it))
		})
	}
}

// picture writes an item out as a teacher would want to see it.
func picture(it *Item) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s: %s\n\n%s", it.Type, it.ID, it.Name, dump(it.Stem))
	for _, a := range []Arrangement{nil, turned(it)} {
		name := "as written"
		if a != nil {
			name = "turned"
		}
		fmt.Fprintf(&b, "\n-- %s\n%s\n-- key: %s\n%s", name, dump(it.Sheet.Student(a)), it.Key.Short(a), dump(it.Key.Teacher(a)))
		if strings.Trim(fmt.Sprint(turned(it)), "[] ") == "" {
			break
		}
	}
	b.WriteString("\n-- help and guide\n")
	for _, part := range helpAndGuide(it) {
		b.WriteString(dump(part))
	}
	return b.String()
}

func helpAndGuide(it *Item) [][]document.Block {
	g, h := it.Guide, it.Help
	all := [][]document.Block{h.Hint, h.Starter, h.WordBank, h.Criteria, g.Positions}
	for _, p := range g.Probes {
		all = append(all, []document.Block{document.Paragraph{Text: append(document.Words(p.Sort+": "), p.Text...)}})
	}
	return append(all, g.ListenFor, g.Misreading, g.IfSilent, g.WithoutPen, g.Note)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
	}
}
