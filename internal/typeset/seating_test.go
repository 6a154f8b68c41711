package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/typeset"
)

// A class as long as they come: names of all lengths, the longest short form too.
func seats(n int) []document.Seat {
	long := []string{
		"Maximiliane von Hohenstein-Wittgenstein|Maximiliane H.|Maximiliane", "Bo Lind", "Anna Berg|Anna B.",
		"Christopher-Alexander Papadopoulos|Christopher-Alexander P.|Christopher-A. P.", "Wolfeschlegelsteinhausenbergerdorffwelche",
		"Nguyễn Thị Minh Khai|Nguyễn K.|Nguyễn", "",
	}
	var out []document.Seat
	for i := range n {
		var s document.Seat
		if names := long[i%len(long)]; names != "" {
			for _, n := range strings.Split(names, "|") {
				s.Names = append(s.Names, fmt.Sprintf("%s %d", n, i))
			}
		}
		out = append(out, s)
	}
	return out
}

// Round any table, in every edition, names overlap neither each other nor the
// table, stand on the paper within its margins, and are eight points at least.
func TestSeating(t *testing.T) {
	for _, e := range typeset.Editions {
		for _, paper := range papers {
			for n := 1; n <= 36; n++ {
				b := document.Seating{Alt: "in words", Part: 0.385, Seats: seats(n)}
				if n%3 == 0 { // short names, which are set larger
					for i := range b.Seats {
						b.Seats[i].Names = []string{fmt.Sprint("Bo ", i)}
					}
				}
				d := &document.Document{Lang: "en", Audience: document.Teacher, Blocks: []document.Block{b}}
				var findings diag.List
				p := typeset.Set(d, typeset.Options{Paper: paper, Faces: faces, Edition: e}, &findings)
				name := fmt.Sprintf("%d seats, %s, %s", n, paper.Name, e.Name)
				if len(p.Pages) != 1 || len(findings.Sorted()) > 0 {
					t.Fatalf("%s: %d pages, %v", name, len(p.Pages), findings.Sorted())
				}
				checkSeats(t, name, p, b)
			}
		}
	}
}

func checkSeats(t *testing.T, name string, p *typeset.Pages, b document.Seating) {
	t.Helper()
	c := checker{T: t, name: name, pages: p}
	var names []bounds
	var table typeset.Oval
	rings, lines, blanks := 0, 0, 0
	for _, s := range b.Seats {
		if s.Names == nil {
			blanks++
		}
	}
	for _, m := range p.Pages[0].Marks {
		of := m.Of()
		if of == nil {
			continue
		}
		if of.Kind != "Figure" || of.Alt != "in words" {
			t.Errorf("%s: %#v isn't of the figure", name, m)
		}
		switch m := m.(type) {
		case typeset.Oval:
			table = m
		case typeset.Circle:
			rings++
		case typeset.Rule:
			lines++
			names = append(names, bounds{m.X1, m.X2, m.Y1, m.Y1 + 1, "a line"})
		case typeset.Run:
			if m.Size < 8 {
				t.Errorf("%s: a name of %.1f points", name, m.Size)
			}
			if box, ok := boundsOf(m); ok {
				names = append(names, box)
			}
		}
	}
	c.apart(names)
	if rings != len(b.Seats) || lines != blanks || len(names) != rings {
		t.Errorf("%s: %d rings, %d lines, %d names", name, rings, lines, len(names))
	}
	for _, box := range names {
		if box.left < 36 || box.right > p.Width-36 || box.low < 0 || box.high > p.Height {
			t.Errorf("%s: %q is off the page", name, box.text)
		}
	}
	for _, at := range edge(table) {
		for _, box := range names {
			if at[0] > box.left && at[0] < box.right && at[1] > box.low && at[1] < box.high {
				t.Errorf("%s: %q stands on the table's edge", name, box.text)
			}
		}
	}
}

// edge gives points of a table's edge, close to each other.
func edge(o typeset.Oval) (points [][2]float64) {
	const h = typeset.Fullness
	for i := range 201 {
		t := float64(i) / 200
		u := 1 - t
		x, y := 3*u*u*t*h+3*u*t*t+t*t*t, u*u*u+3*u*u*t+3*u*t*t*h
		for _, sx := range []float64{-1, 1} {
			for _, sy := range []float64{-1, 1} {
				points = append(points, [2]float64{o.X + sx*x*o.Wide, o.Y + sy*y*o.High})
			}
		}
	}
	return points
}

// Where a table gets too little room for its seats, names become smaller than
// anybody reads rather than overlap.
func TestSeatingCrowded(t *testing.T) {
	for _, e := range typeset.Editions {
		b := document.Seating{Part: 0.2, Seats: make([]document.Seat, 60)}
		for i := range b.Seats {
			b.Seats[i].Names = []string{fmt.Sprint("Bo ", i)}
		}
		d := &document.Document{Lang: "en", Audience: document.Teacher, Blocks: []document.Block{b}}
		var findings diag.List
		c := checker{T: t, name: e.Name, pages: typeset.Set(d, typeset.Options{Paper: typeset.Letter, Faces: faces, Edition: e}, &findings)}
		var names []bounds
		for _, m := range c.pages.Pages[0].Marks {
			if r, ok := m.(typeset.Run); ok && r.Of() != nil {
				box, _ := boundsOf(r)
				names = append(names, box)
			}
		}
		c.apart(names)
		if len(names) != len(b.Seats) {
			t.Errorf("%s: %d names", e.Name, len(names))
		}
	}
}

// A name is printed as long as its place has room for.
func TestSeatNames(t *testing.T) {
	b := document.Seating{Part: 0.4, Seats: make([]document.Seat, 12)}
	b.Seats[4].Names = []string{"Maximiliane von Hohenstein-Wittgenstein", "Maximiliane H.", "Maximiliane"}
	b.Seats[5].Names = []string{"Ana Ruiz", "Ana R."}
	d := &document.Document{Lang: "en", Audience: document.Teacher, Blocks: []document.Block{b}}
	var findings diag.List
	p := typeset.Set(d, typeset.Options{Paper: typeset.Letter, Faces: faces}, &findings)
	var got []string
	for _, m := range p.Pages[0].Marks {
		if r, ok := m.(typeset.Run); ok && m.Of() != nil {
			box, _ := boundsOf(r)
			got = append(got, strings.TrimSpace(box.text))
		}
	}
	if want := "Maximiliane H., Ana Ruiz"; strings.Join(got, ", ") != want {
		t.Errorf("printed %q, want %q", got, want)
	}
}

// Columns stand beside each other in the standard edition and one after the
// other in large print.
func TestBeside(t *testing.T) {
	table := func(name string) []document.Block {
		cells := func(s string) []document.Cell { return []document.Cell{{Text: document.Words(s)}, {}} }
		return []document.Block{document.Table{Rules: true, Head: cells("Name"), Rows: [][]document.Cell{cells(name), cells("second")}}}
	}
	for _, e := range typeset.Editions {
		d := &document.Document{Lang: "en", Audience: document.Teacher, Blocks: []document.Block{
			document.Beside{Columns: [][]document.Block{table("left"), table("right")}},
		}}
		var findings diag.List
		p := typeset.Set(d, typeset.Options{Paper: typeset.Letter, Faces: faces, Edition: e}, &findings)
		at := map[string]typeset.Run{}
		for _, m := range p.Pages[0].Marks {
			if r, ok := m.(typeset.Run); ok && m.Of() != nil {
				box, _ := boundsOf(r)
				at[strings.TrimSpace(box.text)] = r
			}
		}
		left, right := at["left"], at["right"]
		if e.Standard() && (left.Y != right.Y || right.X < left.X+200) || !e.Standard() && (left.X != right.X || right.Y >= left.Y) || left.X == 0 {
			t.Errorf("%s: left at %.0f, %.0f, right at %.0f, %.0f", e.Name, left.X, left.Y, right.X, right.Y)
		}
	}
}
