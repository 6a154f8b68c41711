package passage

import "strconv"

// Resemblance gives the share of two fingerprints' minima that are equal, 0 to
// 1: about the share of their 3-grams that two texts have in common. It is 0
// where one is no fingerprint.
func Resemblance(a, b string) float64 {
	if len(a) != minima*8 || len(b) != len(a) {
		return 0
	}
	same := 0
	for i := 0; i < len(a); i += 8 {
		if a[i:i+8] == b[i:i+8] {
			same++
		}
	}
	return float64(same) / minima
}

// Held says how much of the texts that had these fingerprints the essay holds,
// wherever in it: of each fingerprint the share of minima that one of the
// essay's 3-grams gives. A minimum is drawn from its text as by lot, so this is
// about the share of the text's 3-grams that are in the essay. It takes time
// linear in the essay and in the fingerprints.
func (x *Index) Held(fingerprints []string) []float64 {
	type minimum struct {
		k     int
		value uint32
	}
	held := map[minimum]bool{} // those that are looked for; true once they are met
	each := func(f string, do func(minimum)) {
		for k := 0; len(f) == minima*8 && k < minima; k++ {
			if v, err := strconv.ParseUint(f[k*8:k*8+8], 16, 32); err == nil {
				do(minimum{k, uint32(v)})
			}
		}
	}
	for _, f := range fingerprints {
		each(f, func(m minimum) { held[m] = false })
	}
	if s := x.stream; len(s.words) > 0 && len(held) > 0 {
		grams(s.hashes(0, len(s.words)), func(gram uint64) {
			for k := range minima {
				m := minimum{k, ranked(gram, k)}
				if met, wanted := held[m]; wanted && !met {
					held[m] = true
				}
			}
		})
	}
	out := make([]float64, len(fingerprints))
	for i, f := range fingerprints {
		n := 0
		each(f, func(m minimum) {
			if held[m] {
				n++
			}
		})
		out[i] = float64(n) / minima
	}
	return out
}
