package roster

import "slices"

// A dealing is a graph to be coloured with forms: students are its vertices,
// neighbours its edges. Nobody has more than eight neighbours.
type dealing struct {
	forms       int
	fixed       []int   // a form, or -1
	near, askew [][]int // neighbours that must differ, and that should
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
		if dealt, ok = d.search(d.near); !ok {
			dealt = d.greedy()
		}
		d.mend(dealt)
	}
	d.even(dealt, all)
	return dealt
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
	p := &partial{d: d, edges: edges, of: slices.Clone(d.fixed), counts: make([]int, d.forms), budget: min(20_000, 200+2_000_000/(1+len(d.fixed))), forms: make([]int, len(d.fixed))}
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
// (Kempe), can be changed so that fewer share. Every other round a change may
// also leave as many sharing elsewhere, which is a way out of where no single
// change helps. The best dealing that was met is taken.
func (d *dealing) mend(dealt []int) {
	trial := slices.Clone(dealt)
	least := d.total(dealt)
	for round := 0; round < 40 && least > 0; round++ {
		for v := range trial {
			if d.fixed[v] >= 0 || d.cost(trial, v) == 0 {
				continue
			}
			for f := range min(d.forms, 32) {
				if f != trial[v] && d.swap(trial, v, f, round%2) {
					break
				}
			}
		}
		if cost := d.total(trial); cost < least {
			least = cost
			copy(dealt, trial)
		}
	}
}

func (d *dealing) total(dealt []int) (cost int) {
	for v := range dealt {
		cost += d.cost(dealt, v)
	}
	return cost
}

// swap gives a vertex another form, alone or else with its chain, if that costs
// less, or with slack no more.
func (d *dealing) swap(dealt []int, v, to, slack int) bool {
	from, before := dealt[v], d.cost(dealt, v)
	dealt[v] = to
	if d.cost(dealt, v) < before+slack {
		return true
	}
	dealt[v] = from
	chain, free := d.chain(dealt, d.near, v, from, to, map[int]bool{}, 200)
	if !free {
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
	if total() < before+slack {
		return true
	}
	flip()
	return false
}

// chain gives those who hang together with v through the forms a and b, and
// whether none of them is fixed. It marks them in seen. Where most is less than
// all students it ends early: at one who is fixed, and at more than most.
func (d *dealing) chain(dealt []int, edges [][]int, v, a, b int, seen map[int]bool, most int) (chain []int, free bool) {
	chain, free = []int{v}, true
	seen[v] = true
	for i := 0; i < len(chain); i++ {
		free = free && d.fixed[chain[i]] < 0
		if most < len(dealt) && (!free || len(chain) > most) {
			return chain, false
		}
		for _, w := range edges[chain[i]] {
			if (dealt[w] == a || dealt[w] == b) && !seen[w] {
				seen[w] = true
				chain = append(chain, w)
			}
		}
	}
	return chain, free
}
