package typeset

import (
	"math"

	"quire/internal/document"
	"quire/internal/face"
)

const (
	seatRadius = 3.2 // of the ring that stands for a seat
	seatGap    = 2.5 // between a ring and the table, and the name beside it
	seatEnds   = 0.6 // how far from its middle, in half widths, a table's upper and lower side have seats
	seatLine   = 80  // the longest line to write a name on
	leastName  = 8   // the smallest type of a name, in points
	leading    = 1.25
)

// seating draws an oval table with a ring at each seat and its student's name
// beside it. Above and below the table stand as many names as have room; the
// others stand left and right of it, each on a level of its own, so that no two
// overlap however many there are. All of it is one figure.
func (f *flow) seating(b document.Seating, c column) {
	if len(b.Seats) == 0 {
		return
	}
	s := f.style
	t := Type{Family: face.Sans, Size: s.Body.Size, Leading: s.Body.Size * leading}
	part := min(max(b.Part, 0.2), 1)
	if !(b.Part > 0) || s.Single {
		part = 0.58 // what a title leaves in large type
	}
	height := part * f.page
	a := arrange(len(b.Seats), c.full, height, t.Size)
	t.Size = f.nameSize(b.Seats, a.chairs, t)
	of := Tag{Element: &Element{Kind: "Figure", Parent: c.of, Alt: b.Alt}}
	middle, level := c.left+c.full/2, -height/2
	out := slab{height: height, marks: []Mark{Oval{Tag: of, X: middle, Y: level, Wide: a.table.wide, High: a.table.high, Weight: 2 * s.Rule}}}
	for i, ch := range a.chairs {
		out.marks = append(out.marks, Circle{Tag: of, X: middle + ch.x, Y: level + ch.y, Radius: seatRadius, Weight: s.Outline})
		for _, m := range f.nameMarks(b.Seats[i], ch, t, of) {
			out.marks = append(out.marks, move(m, middle, level))
		}
	}
	f.room(s.BlockSpace)
	f.add(out)
	f.room(s.BlockSpace)
}

// nameMarks set what is printed by a chair: a name, or a line to write it on.
func (f *flow) nameMarks(seat document.Seat, ch chair, t Type, of Tag) []Mark {
	if len(seat.Names) == 0 {
		wide := min(ch.width, seatLine)
		left := ch.left + ch.align*(ch.width-wide)
		y := ch.base(0)
		return []Mark{Rule{Tag: of, X1: left, Y1: y, X2: left + wide, Y2: y, Weight: f.style.Rule}}
	}
	p := f.clipped(f.called(seat, ch, t), t, of.Element, ch.width)
	x := ch.left + ch.align*max(0, ch.width-f.width(p, 0, len(p.text)))
	return f.setLine(p, line{0, len(p.text), true}, x, ch.base(t.Size))
}

// called gives the longest name of a seat that has room, else the shortest.
func (f *flow) called(seat document.Seat, ch chair, t Type) string {
	for _, n := range seat.Names {
		if f.textWidth(n, t) <= ch.width {
			return n
		}
	}
	return seat.Names[len(seat.Names)-1]
}

// nameSize gives the size of the names: the largest in which all are printed
// whole, unless that is much smaller than the usual one; then the largest in
// which each has a shorter form with room.
func (f *flow) nameSize(seats []document.Seat, chairs []chair, t Type) float64 {
	quiet := f.chars.quiet
	f.chars.quiet = true
	defer func() { f.chars.quiet = quiet }()
	most := t.Size
	for _, ch := range chairs {
		most = min(most, ch.pitch/leading)
	}
	fits := func(size float64, short bool) bool {
		t.Size = size
		for i, s := range seats {
			n := s.Names
			if len(n) > 1 && !short {
				n = n[:1]
			}
			if len(n) > 0 && f.textWidth(f.called(document.Seat{Names: n}, chairs[i], t), t) > chairs[i].width {
				return false
			}
		}
		return true
	}
	usual := t.Size
	for size := most; size >= 0.85*usual; size -= 0.5 {
		if fits(size, false) {
			return size
		}
	}
	least := max(leastName, 0.7*usual)
	for size := min(most, 0.95*usual); size >= least; size -= 0.5 {
		if fits(size, true) {
			return size
		}
	}
	return min(most, least)
}

// A chair is a seat's place: the ring's centre, and room for a name from left on,
// width wide and pitch high, in the middle of which (side) or at whose lower or
// upper edge it stands. Align is the part of what the room has left that goes
// before it. The origin is the table's centre.
type chair struct {
	x, y                      float64
	left, width, pitch, align float64
	stands                    stance
}

type stance uint8

const (
	atSide stance = iota
	above
	below
)

// base gives the baseline of a name of a size, or (0) the height of a line to
// write one on.
func (c chair) base(size float64) float64 {
	const reach = seatRadius + seatGap
	switch c.stands {
	case above:
		return c.y + reach + 0.22*size
	case below:
		if size == 0 {
			size = min(c.pitch, 1.6*leastName)
		}
		return c.y - reach - 0.74*size
	}
	if size == 0 {
		return c.y - seatRadius
	}
	return c.y - 0.36*size
}

// An arrangement is a table and the chairs round it, clockwise from the left end
// of its upper side.
type arrangement struct {
	table  oval
	chairs []chair
}

// arrange seats n round a table, all of it in a room, names of a size beside them.
func arrange(n int, width, height, size float64) arrangement {
	const out = seatRadius + seatGap // a ring's centre from the table
	const reach = out + seatRadius + seatGap
	side := min(9*size, 0.27*width)
	line := max(leading*size, 1.6*leastName)
	table := oval{wide: max(width/2-side-reach, 1), high: max(height/2-line-reach, 1)}
	ends := seatEnds * table.wide
	corner := table.above(ends, out)
	upper, lower, right, left := sidesOf(n, 2*ends, 2*corner, 7.2*size)
	a := arrangement{table: table}
	across := func(k int, sign float64, stands stance) {
		for i := range k {
			x, room := 0.0, 2*ends
			if k > 1 {
				room = 2 * ends / float64(k-1)
				x = -ends + float64(i)*room
			}
			x *= sign
			ch := chair{x: x, y: sign * table.above(math.Abs(x), out), left: x - room/2 + seatGap, width: room - 2*seatGap, pitch: line, align: 0.5, stands: stands}
			if k > 1 && math.Abs(x) >= ends { // names at the ends stand outwards, clear of the table
				inner := max(math.Abs(x)-reach, table.beside(math.Abs(ch.y)+seatRadius, seatGap))
				ch.width = width/2 - inner
				ch.left, ch.align = inner, 0
				if x < 0 {
					ch.left, ch.align = -width/2, 1
				}
			}
			a.chairs = append(a.chairs, ch)
		}
	}
	down := func(k int, sign, align float64) {
		pitch := 2 * corner / float64(k)
		for i := range k {
			y := sign * (corner - (float64(i)+0.5)*pitch)
			x := table.beside(math.Abs(y), out)
			ch := chair{x: sign * x, y: y, left: x + seatRadius + seatGap, pitch: pitch, align: align}
			ch.width = width/2 - ch.left
			if sign < 0 {
				ch.left = -width / 2
			}
			a.chairs = append(a.chairs, ch)
		}
	}
	across(upper, 1, above)
	down(right, 1, 0)
	across(lower, -1, below)
	down(left, -1, 1)
	return a
}

// sidesOf deals n seats to the sides of a table by their lengths; above and below
// it each has a least room.
func sidesOf(n int, across, down, least float64) (upper, lower, right, left int) {
	most := 1 + int(across/least)
	k := min(max(int(math.Round(float64(n)*across/(2*(across+down)))), 1), most)
	upper = min(k, n)
	lower = min(k, n-upper)
	rest := n - upper - lower
	if rest%2 == 1 && lower < most {
		lower++
		rest--
	}
	left = rest / 2
	return upper, lower, rest - left, left
}
