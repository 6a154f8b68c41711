package typeset

import "quire/internal/document"

const (
	diagramStep   = 24   // how much further right a box stands than the one it hangs from
	diagramGap    = 8    // between boxes
	diagramWeight = 0.75 // of boxes and of the lines that join them
	deepestBox    = 8
)

// diagram sets boxes under each other, each further right than the one that it
// hangs from and joined to it by a line: so it can be as deep and as long as it
// likes, in any edition, and is read from top to bottom. In the structure it is
// a list in lists.
func (f *flow) diagram(b document.Diagram, c column) {
	if len(b.Boxes) == 0 {
		return
	}
	f.room(f.style.BlockSpace)
	start := len(f.list)
	d := diagramSetter{flow: f, column: c, depths: depths(b.Boxes)}
	d.later = goesOn(d.depths)
	deepest := 0
	for _, n := range d.depths {
		deepest = max(deepest, n)
	}
	d.step = min(diagramStep, max(0, c.full-f.style.MinMeasure)/float64(max(deepest, 1)))
	for i, n := range b.Boxes {
		d.box(i, n)
	}
	if b.Caption != "" {
		of := &Element{Kind: "P", Parent: c.of, Actual: b.Caption}
		first := &f.list[start]
		first.marks = append([]Mark{f.nothing(of, c.left, -first.base)}, first.marks...)
	}
	if !f.whole(start, costWhole) {
		f.tall(b.Source, "a diagram")
	}
	f.space, f.cost = 0, 0
	f.room(f.style.BlockSpace)
}

// depths gives how deep each box stands: at most one deeper than the one before.
func depths(boxes []document.Node) []int {
	out := make([]int, len(boxes))
	last := -1
	for i, n := range boxes {
		last = max(0, min(n.Depth, last+1, deepestBox))
		out[i] = last
	}
	return out
}

type diagramSetter struct {
	*flow
	column column
	depths []int
	later  []uint // see goesOn
	step   float64
	lists  []*Element // by depth: the list that boxes of that depth belong to
	bodies []*Element // by depth: the last box
}

// goesOn gives for each box a bit for every depth at which a box of the same
// parent as it, or as the one that it hangs from there, comes after it.
func goesOn(depths []int) []uint {
	out := make([]uint, len(depths))
	later := uint(0)
	for i := len(depths) - 1; i >= 0; i-- {
		out[i] = later
		bit := uint(1) << depths[i]
		later = later&(bit-1) | bit
	}
	return out
}

func (d *diagramSetter) more(i, depth int) bool { return d.later[i]&(1<<depth) != 0 }

// element gives the list item of a box.
func (d *diagramSetter) element(depth int) *Element {
	d.bodies = d.bodies[:min(depth, len(d.bodies))]
	d.lists = d.lists[:min(depth+1, len(d.lists))]
	if len(d.lists) == depth {
		parent := d.column.of
		if depth > 0 {
			parent = d.bodies[depth-1]
		}
		d.lists = append(d.lists, &Element{Kind: "L", Parent: parent, Number: "None"})
	}
	return &Element{Kind: "LI", Parent: d.lists[depth]}
}

// box sets one box with the lines that lead to it and past it.
func (d *diagramSetter) box(i int, n document.Node) {
	f, s, c, depth := d.flow, d.style, d.column, d.depths[i]
	start := len(f.list)
	if i > 0 {
		f.hold(costAnswer)
		f.add(slab{height: diagramGap})
		f.hold(costStrand)
	}
	li := d.element(depth)
	body := &Element{Kind: "LBody", Parent: li}
	d.bodies = append(d.bodies, body)
	left := c.left + float64(depth)*d.step
	pad := min(s.Padding, (c.left+c.full-left)/8)
	inner := c
	inner.left, inner.full = left+pad, c.left+c.full-left-2*pad
	inner.measure = min(c.measure, inner.full)
	first := len(f.list)
	d.inside(n, inner, li, body)
	f.framed(first, &frame{left: left, right: c.left + c.full, pad: pad / 2, weight: max(s.Rule, diagramWeight)})
	keep(f.list[first:], costWhole)
	for j := start; j < len(f.list); j++ {
		d.join(i, left, &f.list[j], j-first)
	}
}

// inside sets a box's label, its words and its room. It always makes a slab.
func (d *diagramSetter) inside(n document.Node, c column, li, body *Element) {
	f, s := d.flow, d.style
	start := len(f.list)
	lbl := &Element{Kind: "Lbl", Parent: li}
	f.add(f.lines(f.prose(document.Words(n.Label), s.PanelHead, lbl), s.PanelHead, c.left, c.full, flush)...)
	f.hold(costStrand)
	text := f.lines(f.prose(n.Text, c.body, body), c.body, c.left, c.measure, flush)
	f.add(text...)
	if len(text) == 0 {
		body.Actual = "to fill in"
		room := n.Height * mm * s.BlankScale
		if !(room > 0) {
			room = c.body.Leading
		}
		room = min(room, f.page*0.4)
		f.add(slab{height: room, marks: []Mark{f.nothing(body, c.left, -room/2)}})
	}
	keep(f.list[start:], costStrand)
}

// join draws what stands left of a box beside one of its slabs: the lines of
// boxes further out that lead on, and its own. At is the slab's number in the
// box, -1 for the white space above it.
func (d *diagramSetter) join(i int, left float64, s *slab, at int) {
	depth := d.depths[i]
	var marks []Mark
	down := func(level int, to float64) {
		x := d.column.left + (float64(level)-0.5)*d.step
		marks = append(marks, Rule{X1: x, X2: x, Y2: -to, Weight: max(d.style.Rule, diagramWeight)})
	}
	for level := 1; level < depth; level++ {
		if d.more(i, level) {
			down(level, s.height)
		}
	}
	if depth > 0 {
		y := min(d.style.PanelHead.Leading, s.height)
		switch {
		case at < 0 || d.more(i, depth):
			down(depth, s.height)
		case at == 0:
			down(depth, y)
		}
		if at == 0 {
			x := d.column.left + (float64(depth)-0.5)*d.step
			marks = append(marks, Rule{X1: x, X2: left, Y1: -y, Y2: -y, Weight: max(d.style.Rule, diagramWeight)})
		}
	}
	s.marks = append(marks, s.marks...)
}
