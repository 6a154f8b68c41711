package roster

import "slices"

// A dealing is a graph to be coloured with forms: students are its vertices,
// neighbours its edges. Nobody has more than eight neighbours.
type dealing struct {
	forms       int
	fixed       []int   // a form, or -1
	near, askew [][]int // neighbours that must differ, and that should
	seats       *Seats  // nil for a list
}

// deal colours the graph: exactly if a search within bounds finds how, diagonal
// neighbours included if that can be had; else as well as it can be mended. Then
// the numbers are made even.
func (d *dealing) deal() []int {
	all := make([][]int, len(d.near))
	for i := range all {
		all[i] = append(slices.Clone(d.near[i]), d.askew[i]...)
	}
	dealt, ok := d.search(all)
	if !ok {
		dealt, ok = d.pattern()
	}
	if !ok {
		if dealt, ok = d.search(d.near); !ok {
			dealt = d.greedy()
		}
		d.mend(dealt)
	}
	d.even(dealt, all)
	return dealt
}

// pattern colours a room in squares of four, if that leaves the fixed forms.
func (d *dealing) pattern() ([]int, bool) {
	if d.seats == nil || d.forms < 4 {
		return nil, false
	}
	dealt := make([]int, len(d.fixed))
	for i, s := range d.seats.Of {
		dealt[i] = s.Row%2*2 + s.Column%2
		if d.fixed[i] >= 0 && d.fixed[i] != dealt[i] {
			return nil, false
		}
	}
	return dealt, true
}

// A partial is a colouring on its way.
type partial struct {
	d      *dealing
	edges  [][]int
	of     []int // a form, or -1
	counts []int // students by form
	forms  []int // by vertex: how many its neighbours have
	left   int   // without a form
	budget int   // how many more forms may be taken back
}

func (d *dealing) partial(edges [][]int) *partial {
	p := &partial{d: d, edges: edges, of: slices.Clone(d.fixed), counts: make([]int, d.forms), budget: 20_000, forms: make([]int, len(d.fixed))}
	for v, f := range p.of {
		p.forms[v] = len(p.about(v))
		if f < 0 {
			p.left++
		} else {
			p.counts[f]++
		}
	}
	return p
}

// search colours vertex by vertex, next always the one with the most forms
// already about it (DSATUR, Brélaz 1979), which finds at once what can't be, and
// colours any graph with two forms that can be; it takes forms back where it
// must, a bounded number of times. Fixed neighbours who share don't count.
func (d *dealing) search(edges [][]int) ([]int, bool) {
	p := d.partial(edges)
	if !p.fill() {
		return nil, false
	}
	return p.of, true
}

func (p *partial) fill() bool {
	if p.left == 0 {
		return true
	}
	v := p.next()
	tried := p.about(v)
	for {
		f := p.rarest(tried)
		if f < 0 {
			return false
		}
		p.set(v, f)
		if p.fill() {
			return true
		}
		p.unset(v)
		if p.budget--; p.budget < 0 {
			return false
		}
		tried = append(tried, f)
	}
}

// greedy colours without taking back; where no form is left it takes the one
// that the fewest neighbours have.
func (d *dealing) greedy() []int {
	p := d.partial(d.near)
	for p.left > 0 {
		v := p.next()
		about := p.about(v)
		f := p.rarest(about)
		if f < 0 {
			f = p.fewest(v)
		}
		p.set(v, f)
	}
	return p.of
}

func (p *partial) set(v, f int) {
	p.of[v] = f
	p.counts[f]++
	p.left--
	for _, w := range p.edges[v] {
		p.forms[w] = len(p.about(w))
	}
}

func (p *partial) unset(v int) {
	p.counts[p.of[v]]--
	p.of[v] = -1
	p.left++
	for _, w := range p.edges[v] {
		p.forms[w] = len(p.about(w))
	}
}

// next gives the vertex without a form that has the most forms about it, of
// those the first in the list.
func (p *partial) next() int {
	best, most := -1, -1
	for v, f := range p.of {
		if f < 0 && p.forms[v] > most {
			best, most = v, p.forms[v]
		}
	}
	return best
}

// about gives the forms that neighbours have, each once.
func (p *partial) about(v int) []int {
	var forms []int
	for _, w := range p.edges[v] {
		if f := p.of[w]; f >= 0 && !slices.Contains(forms, f) {
			forms = append(forms, f)
		}
	}
	return forms
}

// rarest gives the form dealt to the fewest, of those the first, but for some;
// -1 if there is none.
func (p *partial) rarest(but []int) int {
	best := -1
	for f, n := range p.counts {
		if (best < 0 || n < p.counts[best]) && !slices.Contains(but, f) {
			best = f
		}
	}
	return best
}

func (p *partial) fewest(v int) int {
	best, least := 0, len(p.of)
	for f := range p.counts {
		n := 0
		for _, w := range p.edges[v] {
			if p.of[w] == f {
				n++
			}
		}
		if n < least {
			best, least = f, n
		}
	}
	return best
}

// Sharing with a neighbour is worse than with any number of diagonal ones.
const (
	nearCost  = 100
	askewCost = 1
)

// cost is what sharing costs a vertex.
func (d *dealing) cost(dealt []int, v int) (cost int) {
	for _, w := range d.near[v] {
		if dealt[v] == dealt[w] {
			cost += nearCost
		}
	}
	for _, w := range d.askew[v] {
		if dealt[v] == dealt[w] {
			cost += askewCost
		}
	}
	return cost
}

// mend looks for students who share and whose form, or whose chain of two forms
// (Kempe), can be changed so that fewer share, until there is none.
func (d *dealing) mend(dealt []int) {
	for range 30 {
		better := false
		for v := range dealt {
			if d.fixed[v] >= 0 || d.cost(dealt, v) == 0 {
				continue
			}
			for f := range min(d.forms, 32) {
				if f != dealt[v] && d.swap(dealt, v, f) {
					better = true
					break
				}
			}
		}
		if !better {
			return
		}
	}
}

// swap gives a vertex another form, alone or else with its chain, if that makes
// it better.
func (d *dealing) swap(dealt []int, v, to int) bool {
	from, before := dealt[v], d.cost(dealt, v)
	dealt[v] = to
	if d.cost(dealt, v) < before {
		return true
	}
	dealt[v] = from
	chain, free := d.chain(dealt, d.near, v, from, to, map[int]bool{})
	if !free || len(chain) > 200 {
		return false
	}
	total := func() (cost int) {
		for _, w := range chain {
			cost += d.cost(dealt, w) // edges within count twice, before and after
		}
		return cost
	}
	flip := func() {
		for _, w := range chain {
			dealt[w] = from + to - dealt[w]
		}
	}
	before = total()
	flip()
	if total() < before {
		return true
	}
	flip()
	return false
}

// chain gives those who hang together with v through the forms a and b, and
// whether none of them is fixed. It marks them in seen.
func (d *dealing) chain(dealt []int, edges [][]int, v, a, b int, seen map[int]bool) (chain []int, free bool) {
	chain, free = []int{v}, true
	seen[v] = true
	for i := 0; i < len(chain); i++ {
		free = free && d.fixed[chain[i]] < 0
		for _, w := range edges[chain[i]] {
			if (dealt[w] == a || dealt[w] == b) && !seen[w] {
				seen[w] = true
				chain = append(chain, w)
			}
		}
	}
	return chain, free
}
