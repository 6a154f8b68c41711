package question

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"quire/internal/document"
	"quire/internal/source"
)

var cloze = Type{
	Name:   "cloze",
	Doc:    "A summary with gaps, [[answer]], and a bank of words; Extra adds words that fit nowhere.",
	noun:   "a cloze",
	fields: []string{"extra", "accept", "reason"},
	gaps:   true,
	Example: `### The bell in short {points=3}

The bell was hung because a [[mill]] complained. Today the classes change by a
[[light]], and only a [[dog]] still answers the ringing.

**Extra:** governor, clock

**Accept:** 2: lamp, signal
`,
	parse: parseCloze,
}

// fewestExtras are the words beside the answer that make the bank of a single
// gap a choice. A text with several gaps has its bank in any case.
const fewestExtras = 2

func parseCloze(r *reading) parsed {
	var g Gaps
	for _, gap := range r.section.Gaps {
		g.Accept = append(g.Accept, []string{gap.Answer})
		g.Bank = append(g.Bank, gap.Answer)
	}
	extras := r.extras(g.Bank)
	r.accepted(g.Accept)
	r.blocks = widen(r.blocks, gapWidth(append(slices.Clone(g.Bank), extras...)))
	g.Bank = append(g.Bank, extras...)
	if len(g.Accept) == 1 && len(extras) < fewestExtras {
		g.Bank = nil // it would give the answer away, so the word is written without one
	}
	bank := slices.Clone(g.Bank)
	slices.SortFunc(bank, func(a, b string) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a), strings.ToLower(b)), cmp.Compare(a, b))
	})
	return parsed{
		sheet:     bankSheet{r.section.At, bank},
		key:       gapKey{g.Accept, r.said("reason")},
		responses: []Response{g},
	}
}

// extras reads the words that fit nowhere; one that is an answer would fit.
func (r *reading) extras(answers []string) []string {
	f := r.field("extra")
	if f == nil {
		return nil
	}
	var extra []string
	for _, w := range wordList(entries(f.Blocks)) {
		if slices.ContainsFunc(answers, func(a string) bool { return strings.EqualFold(a, w) }) {
			r.fail(codeKey, f.At, "the extra word “"+w+"” is an answer", "Choose a word that fits no gap.")
			continue
		}
		extra = append(extra, w)
	}
	return extra
}

// accepted adds to each gap's answers what Accept says: "2: lamp, signal", the
// number left out where there is one gap only.
func (r *reading) accepted(gaps [][]string) {
	f := r.field("accept")
	if f == nil {
		return
	}
	for _, line := range entries(f.Blocks) {
		number, rest, colon := strings.Cut(words(line), ":")
		n, ok := whole(strings.TrimSpace(number), len(gaps))
		if !colon && len(gaps) == 1 {
			n, ok, rest = 1, true, number
		}
		if !ok || n == 0 {
			r.fail(codeKey, f.At, "an accepted word for no gap", fmt.Sprintf("Begin with the gap's number, from 1 to %d: **Accept:** 1: word, word.", len(gaps)))
			continue
		}
		gaps[n-1] = append(gaps[n-1], split(rest)...)
	}
}

// wordList parts entries at their commas.
func wordList(entries [][]document.Inline) []string {
	var all []string
	for _, e := range entries {
		all = append(all, split(words(e))...)
	}
	return all
}

func split(s string) []string {
	var all []string
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return c == ',' || c == ';' }) {
		if w = strings.TrimSpace(w); w != "" {
			all = append(all, w)
		}
	}
	return all
}

// gapWidth gives the width of all gaps of a text, in millimetres: room for the
// longest word of the bank in a student's hand, in steps of a centimetre.
func gapWidth(bank []string) float64 {
	const hand, step, least, most = 3, 10, 30, 80 // millimetres, hand for a letter
	longest := 0
	for _, w := range bank {
		longest = max(longest, utf8.RuneCountInString(w))
	}
	return float64(min(max((longest*hand+step-1)/step*step, least), most))
}

func widen(blocks []document.Block, width float64) []document.Block {
	return document.Rewrite(blocks, nil, func(in document.Inline) []document.Inline {
		if b, ok := in.(document.Blank); ok {
			b.Width = width
			return []document.Inline{b}
		}
		return []document.Inline{in}
	})
}

// bankSheet is a word bank, sorted so that the order tells nothing.
type bankSheet struct {
	at   source.Span
	bank []string
}

func (s bankSheet) Student(Arrangement) []document.Block {
	if len(s.bank) == 0 {
		return nil
	}
	held := make([]string, len(s.bank))
	for i, w := range s.bank {
		held[i] = strings.ReplaceAll(w, " ", "\u00a0")
	}
	return []document.Block{document.Paragraph{
		At: document.At{Source: s.at}, Style: document.Bank, Text: document.Words(strings.Join(held, " · ")),
	}}
}

type gapKey struct {
	accept [][]string
	reason []document.Block
}

func (k gapKey) Short(Arrangement) string {
	var parts []string
	for i, words := range k.accept {
		parts = append(parts, strconv.Itoa(i+1)+"\u00a0"+words[0])
	}
	return strings.Join(parts, ", ")
}

func (k gapKey) Teacher(a Arrangement) []document.Block {
	out := []document.Block{answerLine(document.Words(k.Short(a)), placeOf(paragraphs(k.reason)))}
	var also []string
	for i, words := range k.accept {
		if len(words) > 1 {
			also = append(also, strconv.Itoa(i+1)+"\u00a0"+strings.Join(words[1:], ", "))
		}
	}
	if len(also) > 0 {
		out = append(out, remark(strong(inline("Also accept:")), inline("\u00a0"+strings.Join(also, "; "))))
	}
	return append(out, runIn("", k.reason)...)
}
