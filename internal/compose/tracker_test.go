package compose

import (
	"fmt"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/markdown"
)

func withClass(t *testing.T, name string, c *Class) *document.Document {
	t.Helper()
	var findings diag.List
	d := Compose(Request{Lesson: small(t), Form: form.Form{Name: "A", Seed: "s"}, Template: template(t, name), Class: c}, &findings)
	if len(findings.Sorted()) > 0 {
		t.Error(findings.Sorted())
	}
	return d
}

// five have one whose name can't be printed and one whose name is long.
var five = &Class{
	Students: []Classmate{
		{"Ana Ruiz", []string{"Ana Ruiz", "Ana R.", "Ana"}}, {"Bo Lind", []string{"Bo Lind"}}, {"(row 4 of the list)", nil},
		{"Maximiliane von Hohenstein-Wittgenstein", []string{"Maximiliane von Hohenstein-Wittgenstein", "Maximiliane H."}}, {"Ed", []string{"Ed"}},
	},
	First:  []Pair{{0, []int{1}}, {2, []int{3, 4}}},
	Second: []Pair{{1, []int{0}}, {3, []int{2}}, {4, []int{2}}},
}

func TestTracker(t *testing.T) {
	golden(t, "tracker-class.txt", outline(withClass(t, "tracker", five)))
}

func TestCircles(t *testing.T) {
	d := withClass(t, "circles", five)
	golden(t, "circles.txt", outline(d))
	golden(t, "circles.md", markdown.Render(d))
}

// Every student is in the list once, and up to MostSeats have a seat.
func TestTrackerHoldsEverybody(t *testing.T) {
	for _, n := range []int{1, 8, 9, 16, 35, 36, 37, 64, 65, 200} {
		c := &Class{}
		for i := range n {
			name := fmt.Sprintf("Student%d.", i)
			c.Students = append(c.Students, Classmate{name, []string{name}})
		}
		seats, rows := 0, map[string]int{}
		d := withClass(t, "tracker", c)
		document.Rewrite(d.Blocks, func(b document.Block) []document.Block {
			switch b := b.(type) {
			case document.Seating:
				seats += len(b.Seats)
			case document.Table:
				for _, r := range b.Rows {
					rows[document.Plain(r[0].Text)]++
				}
			}
			return nil
		}, nil)
		if want := n; n > MostSeats && seats != 0 || n <= MostSeats && seats != want {
			t.Errorf("%d students: %d seats", n, seats)
		}
		if said := strings.Contains(outline(d), fmt.Sprintf("The class has %d students", n)); said != (n > MostSeats) {
			t.Errorf("%d students: says that they are too many: %v", n, said)
		}
		for _, s := range c.Students {
			if rows[s.Listed] != 1 {
				t.Errorf("%d students: %s is listed %d times", n, s.Listed, rows[s.Listed])
			}
		}
	}
}

// Names reach no other document, whatever it calls.
func TestNamesReachNoStudent(t *testing.T) {
	d := withClass(t, "worksheet", five)
	if strings.Contains(outline(d), "Ana") {
		t.Error("names are on the worksheet")
	}
}
