package typeset

import (
	"math"
	"slices"
	"testing"
)

func TestBreakPages(t *testing.T) {
	line := slab{height: 10, cost: costWithin}
	lines := func(n int, change func(i int, s *slab)) []slab {
		out := make([]slab, n)
		for i := range out {
			out[i] = line
			change(i, &out[i])
		}
		return out
	}
	for _, c := range []struct {
		name string
		list []slab
		want []int
	}{
		{"nothing", nil, nil},
		{"one page", lines(10, func(int, *slab) {}), []int{0}},
		{"full pages first", lines(25, func(int, *slab) {}), []int{0, 10, 20}},
		{"space vanishes at a page's top", lines(20, func(i int, s *slab) {
			if i == 10 {
				s.space = 5
			}
		}), []int{0, 10}},
		{"what is kept moves on", lines(14, func(i int, s *slab) {
			if i > 8 {
				s.cost = costPart
			}
		}), []int{0, 8}},
		{"a forced break", lines(14, func(i int, s *slab) { s.force = i == 3 || i == 5 }), []int{0, 3, 5}},
		{"the dearest rule holds where not all can", lines(14, func(i int, s *slab) {
			s.cost = costPart
			if i == 7 {
				s.cost = costStrand
			}
		}), []int{0, 7}},
		{"taller than a page", lines(3, func(i int, s *slab) {
			if i == 1 {
				s.height = 140
			}
		}), []int{0, 1, 2}},
	} {
		if got := breakPages(c.list, 100); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// TestBreakPagesIsBest compares with trying every way to break short lists.
func TestBreakPagesIsBest(t *testing.T) {
	for n := 1; n <= 11; n++ {
		for seed := range 40 {
			list := make([]slab, n)
			for i := range list {
				k := (i*7 + seed*13 + i*i*seed) % 23
				list[i] = slab{
					space: float64(k % 5), height: 8 + float64(k), cost: []float64{6, 14, 25, 120, costOrphan, costStrand}[(k+seed)%6],
					stretch: float64(k%3) * 2, growth: float64(k%2) * 3, force: k == 22, opens: opening(k % 3),
				}
			}
			got, want := totalCost(list, breakPages(list, 50), 50), cheapest(list, 50)
			if math.Abs(got-want) > 1e-6*want {
				t.Errorf("n %d, seed %d: costs %f, could cost %f", n, seed, got, want)
			}
		}
	}
}

func cheapest(list []slab, page float64) float64 {
	best := math.Inf(1)
	for mask := range 1 << (len(list) - 1) {
		starts := []int{0}
		for i := 1; i < len(list); i++ {
			if mask&(1<<(i-1)) != 0 {
				starts = append(starts, i)
			}
		}
		best = min(best, totalCost(list, starts, page))
	}
	return best
}

// totalCost is what pages that begin so cost, infinite where one is overfull.
func totalCost(list []slab, starts []int, page float64) float64 {
	cost := 0.0
	for n, first := range starts {
		end := len(list)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		slabs := list[first:end]
		stretch, growth := 0.0, 0.0
		for i := range slabs[1:] {
			if slabs[i+1].force {
				return math.Inf(1)
			}
			stretch += slabs[i+1].stretch
			growth += slabs[i+1].growth
		}
		used := height(slabs)
		if used > page+0.01 && len(slabs) > 1 {
			return math.Inf(1)
		}
		cost += pageCost(list, end, used, stretch, growth, page)
	}
	return cost
}
