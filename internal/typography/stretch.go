package typography

// tracer gathers a result and where it came from.
type tracer struct {
	out   []byte
	trace []Stretch
}

// put adds s to the result, as coming from byte from of the input.
func (t *tracer) put(s string, from int) {
	if s == "" {
		return
	}
	t.step(from)
	t.out = append(t.out, s...)
}

// step notes that the input goes on at byte from where the result now ends.
func (t *tracer) step(from int) {
	if n := len(t.trace); n == 0 || from-len(t.out) != t.trace[n-1].From-t.trace[n-1].At {
		t.trace = append(t.trace, Stretch{At: len(t.out), From: from})
	}
}

// done ends the result, so that its end is the end of the input.
func (t *tracer) done(input int) (string, []Stretch) {
	t.step(input)
	return string(t.out), t.trace
}

// same is the trace of a text that stayed as it is.
func same() []Stretch { return []Stretch{{}} }

// chain joins the traces of two steps: outer's input is inner's result.
func chain(outer, inner []Stretch) []Stretch {
	if len(inner) == 1 && inner[0] == (Stretch{}) {
		return outer
	}
	var out []Stretch
	add := func(at, from int) {
		if n := len(out); n == 0 || from-at != out[n-1].From-out[n-1].At {
			out = append(out, Stretch{At: at, From: from})
		}
	}
	k := 0 // the stretch of inner that holds the place at hand
	for i, o := range outer {
		for k+1 < len(inner) && inner[k+1].At <= o.From {
			k++
		}
		from := inner[k].From + o.From - inner[k].At
		if k+1 < len(inner) {
			from = min(from, inner[k+1].From)
		}
		add(o.At, from)
		// Where inner falls out of step within this stretch of outer, so does
		// the whole.
		for n := k + 1; n < len(inner); n++ {
			at := o.At + inner[n].At - o.From
			if i+1 < len(outer) && (at >= outer[i+1].At || inner[n].At >= outer[i+1].From) {
				break
			}
			k = n
			add(at, inner[n].From)
		}
	}
	return out
}
