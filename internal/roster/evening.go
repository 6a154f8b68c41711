package roster

import "slices"

// even makes the numbers even, as far as it can without more who share: by
// swapping two forms along chains, and where that is stuck by swapping some
// chains at random first. The most even dealing that was met is taken.
func (d *dealing) even(dealt []int, edges [][]int) {
	d.level(dealt, edges)
	if d.forms < 3 || len(dealt) > 600 {
		return // two forms are as even as can be; a class that large is even enough
	}
	trial := slices.Clone(dealt)
	dice := uint32(1)
	roll := func(n int) int { // Numerical Recipes' congruential generator
		dice = dice*1664525 + 1013904223
		return int(dice>>16) % n
	}
	for range 100 {
		if d.spread(dealt) <= 1 {
			return
		}
		for range 4 {
			v, f := roll(len(trial)), roll(d.forms)
			if chain, free := d.chain(trial, edges, v, trial[v], f, map[int]bool{}, len(trial)); free && f != trial[v] {
				both := trial[v] + f
				for _, w := range chain {
					trial[w] = both - trial[w]
				}
			}
		}
		d.level(trial, edges)
		if d.squares(trial) < d.squares(dealt) {
			copy(dealt, trial)
		}
	}
}

func (d *dealing) counts(dealt []int) []int {
	counts := make([]int, d.forms)
	for _, f := range dealt {
		counts[f]++
	}
	return counts
}

func (d *dealing) spread(dealt []int) int {
	counts := d.counts(dealt)
	return slices.Max(counts) - slices.Min(counts)
}

// squares is least where numbers are even.
func (d *dealing) squares(dealt []int) (sum int) {
	for _, n := range d.counts(dealt) {
		sum += n * n
	}
	return sum
}

// level makes each two forms even, until none gets better.
func (d *dealing) level(dealt []int, edges [][]int) {
	counts := d.counts(dealt)
	for range 30 {
		better := false
		for a := range d.forms {
			for b := range a {
				if off := counts[a] - counts[b]; off < -1 || off > 1 {
					less := d.evenPair(dealt, edges, a, b, off)
					counts[a], counts[b] = counts[a]-less, counts[b]+less
					better = better || less != 0
				}
			}
		}
		if !better && !d.nudge(dealt, counts) {
			return
		}
	}
}

// nudge gives single students a rarer form where no more share for it. (Chains
// can't do that for those who share already.)
func (d *dealing) nudge(dealt, counts []int) (better bool) {
	for v, from := range dealt {
		if d.fixed[v] >= 0 {
			continue
		}
		cost := d.cost(dealt, v)
		if cost == 0 {
			continue
		}
		for to := range counts {
			if counts[from]-counts[to] < 2 {
				continue
			}
			dealt[v] = to
			if d.cost(dealt, v) <= cost {
				counts[from]--
				counts[to]++
				better = true
				break
			}
			dealt[v] = from
		}
	}
	return better
}

// evenPair chooses, of the chains of two forms, those to swap so that their
// difference becomes least: a subset sum over what each contributes. It gives
// by how many a has become fewer.
func (d *dealing) evenPair(dealt []int, edges [][]int, a, b, difference int) int {
	seen := map[int]bool{}
	var chains [][]int
	var gives []int // how many more of a than of b
	reach := 0
	for v, f := range dealt {
		if f != a && f != b || seen[v] {
			continue
		}
		chain, free := d.chain(dealt, edges, v, a, b, seen, len(dealt))
		n := 0
		for _, w := range chain {
			n += sign(dealt[w] == a)
		}
		if free && n != 0 {
			chains, gives = append(chains, chain), append(gives, n)
			reach += max(n, -n)
		}
	}
	less := 0
	for _, i := range subset(gives, reach, difference) {
		less += gives[i]
		for _, w := range chains[i] {
			dealt[w] = a + b - dealt[w]
		}
	}
	return less
}

func sign(plus bool) int {
	if plus {
		return 1
	}
	return -1
}

// subset chooses among numbers those whose sum is nearest to half of want, by
// the sums that can be reached with each further one. reach is the sum of their
// sizes.
func subset(numbers []int, reach, want int) []int {
	const none = -1
	by := make([]int, 2*reach+1) // by sum + reach: the number that made it first
	for i := range by {
		by[i] = none
	}
	by[reach] = len(numbers)
	for i, n := range numbers {
		made := make([]int, 0, 16)
		for s, m := range by {
			if m != none && m != i && s+n >= 0 && s+n < len(by) && by[s+n] == none {
				made = append(made, s+n)
			}
		}
		for _, s := range made {
			by[s] = i
		}
	}
	best, least := 0, max(want, -want)
	for s, m := range by {
		off := want - 2*(s-reach)
		if off = max(off, -off); m != none && off < least {
			best, least = s-reach, off
		}
	}
	var chosen []int
	for s := best + reach; s != reach; s -= numbers[by[s]] {
		chosen = append(chosen, by[s])
	}
	return chosen
}
