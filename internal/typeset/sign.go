package typeset

import "math"

// A sign is a character that no face has and that is drawn instead. Lengths
// are parts of the type's size; the baseline is 0.
type sign struct {
	rune    rune
	width   float64 // with the white space at its sides
	strokes []stroke
}

// A stroke is a straight line of a weight.
type stroke struct{ x1, y1, x2, y2, weight float64 }

// findSign gives the drawing of a character, nil if there is none.
func findSign(r rune) *sign {
	for i := range signs {
		for _, of := range signs[i].runes {
			if of == r {
				return &sign{r, signs[i].width, signs[i].draw()}
			}
		}
	}
	return nil
}

// signs lists what is drawn, variants of one sign together.
var signs = []struct {
	runes string
	width float64
	draw  func() []stroke
}{
	{"✓✔", 0.78, func() []stroke { return tick(0.08, 0.02) }},
	{"✗✘✕✖", 0.74, func() []stroke { return cross(0.1, 0.04, 0.54, 0.1) }},
	{"☐❏❑", 0.86, square},
	{"☑", 0.86, func() []stroke { return append(square(), tick(0.13, 0.09)...) }},
	{"☒", 0.86, func() []stroke { return append(square(), cross(0.2, 0.12, 0.46, 0.07)...) }},
	{"★⭐", 0.9, func() []stroke { return star(true) }},
	{"☆", 0.9, func() []stroke { return star(false) }},
	{"◆", 0.7, func() []stroke { return []stroke{{0.17, 0.12, 0.53, 0.48, 0.5}} }},
	{"◇", 0.7, func() []stroke {
		return outline(0.055, 0.35, 0.62, 0.67, 0.3, 0.35, -0.02, 0.03, 0.3)
	}},
	{"△", 0.8, func() []stroke { return outline(0.055, 0.4, 0.66, 0.74, 0.02, 0.06, 0.02) }},
}

// tick is a check mark in a box whose lower left corner is given.
func tick(x, y float64) []stroke {
	return []stroke{
		{x, y + 0.28, x + 0.21, y + 0.02, 0.1},
		{x + 0.16, y + 0.01, x + 0.56, y + 0.64, 0.075},
	}
}

func cross(x, y, size, weight float64) []stroke {
	return []stroke{{x, y, x + size, y + size, weight}, {x, y + size, x + size, y, weight}}
}

// square is an empty box.
func square() []stroke { return outline(0.055, 0.08, 0, 0.78, 0, 0.78, 0.7, 0.08, 0.7) }

// outline joins points, given as x and y, and closes the figure. Each line is
// longer by half its weight so that corners meet.
func outline(weight float64, at ...float64) []stroke {
	var out []stroke
	n := len(at)
	for i := 0; i < n; i += 2 {
		x1, y1, x2, y2 := at[i], at[i+1], at[(i+2)%n], at[(i+3)%n]
		d := math.Hypot(x2-x1, y2-y1) * 2 / weight
		dx, dy := (x2-x1)/d, (y2-y1)/d
		out = append(out, stroke{x1 - dx, y1 - dy, x2 + dx, y2 + dy, weight})
	}
	return out
}

// star has five points. A full one is its five crossing lines, the middle of
// each point, and what they leave open in the centre.
func star(full bool) []stroke {
	const x, y, radius, inner = 0.45, 0.31, 0.42, 0.382
	at := func(i int, r float64) (float64, float64) {
		a := math.Pi/2 + float64(i)*math.Pi/5
		return x + r*radius*math.Cos(a), y + r*radius*math.Sin(a)
	}
	var points []float64
	for i := range 10 {
		r := 1.0
		if i%2 == 1 {
			r = inner
		}
		px, py := at(i, r)
		points = append(points, px, py)
	}
	if !full {
		return outline(0.045, points...)
	}
	var out []stroke
	for i := 0; i < 10; i += 2 {
		x1, y1 := at(i, 0.98)
		x2, y2 := at(i+4, 0.98)
		out = append(out, stroke{x1, y1, x2, y2, 0.045})
		x1, y1 = at(i, 0.75)
		out = append(out, stroke{x1, y1, x, y, 0.1}, stroke{x + (x1-x)*0.55, y + (y1-y)*0.55, x, y, 0.2})
	}
	return out
}

// signMarks draw a strand's sign from x on a baseline.
func signMarks(s *strand, x, y float64) []Mark {
	var marks []Mark
	for _, l := range s.sign.strokes {
		marks = append(marks, Rule{
			Tag: Tag{Element: s.of},
			X1:  x + l.x1*s.size, Y1: y + l.y1*s.size, X2: x + l.x2*s.size, Y2: y + l.y2*s.size,
			Weight: l.weight * s.size,
		})
	}
	return marks
}
