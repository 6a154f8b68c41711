package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
)

var d11 = Rule{
	Code: "D11", Title: "an opinion text without its counterweights", Severity: diag.Warning, Risk: "low",
	Why:    "A class that reads one opinion should ask who speaks, meet the argument at its best, and meet its best critic. A set whose questions lean one way tells students what their teacher thinks.",
	Before: "Ten prompts, none with skill=sourcing",
	After:  "### Who speaks {skill=sourcing}, ### The strongest reason {skill=best-case}, ### The best reply {skill=counterargument}",
	Source: "Fairness with contested texts; Structured Academic Controversy. 60 % and four prompts are ours.",
	run: func(r *reading) {
		if len(r.all) == 0 {
			return
		}
		if opinion(r.lesson.Meta.Essay.Genre) {
			var lacking []string
			for _, skill := range [...]string{"sourcing", "best-case", "counterargument"} {
				if !slices.ContainsFunc(r.all, func(p *prompt) bool { return p.Tags.Skill == skill }) {
					lacking = append(lacking, skill)
				}
			}
			if len(lacking) > 0 {
				r.report(r.start(), "the text argues for an opinion, and no prompt has the skill "+strings.Join(lacking, ", nor "), "Write such a prompt, or tag the one that does it: {skill="+lacking[0]+"}.")
			}
		}
		tests, supports := 0, 0
		for _, p := range r.all {
			switch p.Tags.Stance {
			case "tests-author":
				tests++
			case "supports-author":
				supports++
			}
		}
		all := tests + supports
		for _, lean := range [...]struct {
			n    int
			does string
			add  string
		}{{tests, "test the author", "supports-author"}, {supports, "support the author", "tests-author"}} {
			if all >= stanceItems && float64(lean.n) > stanceShare*float64(all) {
				r.report(r.start(), fmt.Sprintf("%d of the %d prompts that take a stance %s", lean.n, all, lean.does), "Add a prompt for the other side: {stance="+lean.add+"}.")
			}
		}
	},
}

// opinion says that a genre argues.
func opinion(genre string) bool {
	g := strings.ToLower(genre)
	return slices.ContainsFunc([]string{"opinion", "editorial", "op-ed", "op ed", "column", "commentary", "polemic", "argument", "persuasive", "manifesto"}, func(s string) bool { return strings.Contains(g, s) })
}

var d12 = Rule{
	Code: "D12", Title: "judging before reading", Severity: diag.Note, Strict: true, Risk: "med",
	Why:    "Questions on one passage go from what it says to what to think of it. Asked to judge first, students defend their verdict in all that follows.",
	Before: "### Is she fair? {passage=two kind=evaluative}\n\n### Who blew the horn? {passage=two kind=factual}",
	After:  "The same, the other way round.",
	Source: "Achieve the Core checklist; Costa's levels",
	run: func(r *reading) {
		type state struct{ judged *prompt }
		passages := map[string]*state{}
		for _, p := range r.all {
			if p.section.Name != "Worksheet" || p.Tags.Passage == "" {
				continue
			}
			s := passages[p.Tags.Passage]
			if s == nil {
				s = &state{}
				passages[p.Tags.Passage] = s
			}
			switch p.Tags.Kind {
			case "evaluative":
				if s.judged == nil {
					s.judged = p
				}
			case "factual":
				if s.judged != nil {
					r.report(s.judged.At, fmt.Sprintf("an evaluative question on “%s” before a factual one", p.Tags.Passage), "Ask what the passage says first.",
						diag.Related{At: p.At, Message: "the factual one is here"})
					delete(passages, p.Tags.Passage)
				}
			}
		}
	},
}

var d13 = Rule{
	Code: "D13", Title: "paragraphs that no prompt uses, or most prompts in one part", Severity: diag.Note, Strict: true, Risk: "low",
	Why:    "Questions crowd where their author stopped reading closely. What nobody is asked about, nobody reads twice.",
	Before: "Eight of ten prompts on ¶1–3 of sixteen",
	After:  "Prompts in each quarter of the text",
	Source: "Achieve the Core checklist; 40 % is ours.",
	run: func(r *reading) {
		n := len(r.lesson.Paragraphs)
		if n == 0 || len(r.all) == 0 {
			return
		}
		begins := make([]int, n+2) // how many places begin at a paragraph, less those that ended before it
		quarters := [4]int{}
		placed := 0
		for _, p := range r.all {
			all, own := r.places(p)
			for _, pl := range all {
				if first, last := max(pl.FirstParagraph, 1), min(max(pl.LastParagraph, pl.FirstParagraph), n); first <= last {
					begins[first]++
					begins[last+1]--
				}
			}
			if own.FirstParagraph < 1 || own.LastParagraph > n || own.LastParagraph < own.FirstParagraph || (own.LastParagraph-own.FirstParagraph+1)*2 > n {
				continue
			}
			placed++
			quarters[min((own.FirstParagraph+own.LastParagraph-2)*4/(2*n), 3)]++
		}
		if unused := unusedOf(begins); unused != "" {
			r.report(r.start(), "no prompt uses "+unused, "Ask something there, or be content: not every paragraph needs a question.")
		}
		for q, k := range quarters {
			if placed >= quarterPrompts && n >= quarterParagraphs && float64(k) > quarterShare*float64(placed) {
				r.report(r.start(), fmt.Sprintf("%d of %d prompts are on the %s quarter of the text", k, placed, [...]string{"first", "second", "third", "last"}[q]), "Move some of them to the other parts.")
			}
		}
	},
}

// places are all places of the essay that a prompt points to, and its own: its
// passage's, else the first that its question names.
func (r *reading) places(p *prompt) (all []document.Place, own document.Place) {
	for _, passage := range r.lesson.Passages {
		if passage.ID == p.Tags.Passage {
			own = passage.Place
			all = append(all, own)
		}
	}
	for _, blocks := range p.sides() {
		document.Walk(blocks, func(in document.Inline) {
			var pl document.Place
			switch in := in.(type) {
			case document.Reference:
				pl = in.Place
			case document.Quotation:
				pl = in.Place
			case document.Text:
				for _, typed := range typedParagraphs(in.Words) {
					all = append(all, typed)
					if own.FirstParagraph == 0 {
						own = typed
					}
				}
			}
			if pl.FirstParagraph > 0 {
				all = append(all, pl)
				if own.FirstParagraph == 0 {
					own = pl
				}
			}
		})
	}
	return all, own
}

// typedParagraphs reads "¶4" and "¶4–6" in a text.
func typedParagraphs(s string) (out []document.Place) {
	for {
		_, rest, ok := strings.Cut(s, "¶")
		if !ok {
			return out
		}
		s = strings.TrimLeft(rest, "¶ \u00a0")
		from, rest := digits(s)
		to := from
		for _, dash := range [...]string{"–", "-"} {
			if after, ok := strings.CutPrefix(rest, dash); ok {
				if n, _ := digits(after); n > from {
					to = n
				}
			}
		}
		if from > 0 {
			out = append(out, document.Place{FirstParagraph: from, LastParagraph: to})
		}
	}
}

func digits(s string) (int, string) {
	end := len(s) - len(strings.TrimLeft(s, "0123456789"))
	n, err := strconv.Atoi(s[:end])
	if err != nil {
		return 0, s
	}
	return n, s[end:]
}

// unusedOf lists the paragraphs that no place covers: "¶4, ¶9–11".
func unusedOf(begins []int) string {
	var out []string
	covered, from := 0, 0
	for k := 1; k < len(begins); k++ {
		last := k == len(begins)-1 // one past the essay's last paragraph
		covered += begins[k]
		switch free := covered == 0 && !last; {
		case free && from == 0:
			from = k
		case !free && from == k-1 && from > 0:
			out, from = append(out, fmt.Sprintf("¶%d", from)), 0
		case !free && from > 0:
			out, from = append(out, fmt.Sprintf("¶%d–%d", from, k-1)), 0
		}
	}
	return strings.Join(out, ", ")
}
