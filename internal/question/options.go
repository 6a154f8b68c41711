package question

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
)

func isTaskList(b document.Block) bool {
	l, ok := b.(document.List)
	return ok && slices.ContainsFunc(l.Items, func(it document.Item) bool { return it.Task != document.NoBox })
}

// optionList is what a prompt, or a part of one, offers.
type optionList struct {
	at      source.Span
	options []Option
}

// right counts the options that are right.
func (o optionList) right() int {
	n := 0
	for _, opt := range o.options {
		if opt.Right {
			n++
		}
	}
	return n
}

// options takes the task list out of blocks. Of is how messages call what it
// belongs to; supported is how many options its entries may support (those of
// a Part A), 0 for none.
func (r *reading) options(blocks []document.Block, at source.Span, of string, supported int) (rest []document.Block, o optionList) {
	i := slices.IndexFunc(blocks, isTaskList)
	if i < 0 {
		r.fail(codeKey, at, of+" has no options", "Write them as a list: - [ ] for a wrong one, - [x] for the right one.")
		return blocks, optionList{at: at}
	}
	rest = blocks[:i:i]
	if after := blocks[i+1:]; len(after) > 0 {
		message, hint := "text after the options", "Move it above them, or make it a field, such as **Teacher note:**."
		if slices.ContainsFunc(after, isTaskList) {
			message, hint = "a second list of options", "Join the two lists, with the same mark before each option and no text between; or make two prompts of them."
		}
		r.fail(codeShape, blockAt(after[0], at), message, hint)
	}
	l := blocks[i].(document.List)
	o.at = l.Source
	if o.at.IsZero() {
		o.at = at
	}
	for _, it := range l.Items {
		if it.Task == document.NoBox {
			r.fail(codeKey, it.Source, "an entry without a box among the options",
				"Begin an option with [ ] or [x]; indent a reason under its option.")
			continue
		}
		o.options = append(o.options, r.option(it, supported))
	}
	r.letters(len(o.options), "options", func(i int) source.Span { return o.options[i].At })
	r.checkOptions(of, o)
	return rest, o
}

// option reads one: its text, and under it a list of reasons. An option without
// text was reported where its box was read.
func (r *reading) option(it document.Item, supported int) Option {
	o := Option{At: it.Source, Right: it.Task == document.Ticked, Pinned: it.Pinned, Supports: -1}
	blocks := it.Blocks
	if len(blocks) > 0 {
		if p, ok := blocks[0].(document.Paragraph); ok {
			o.Text, blocks = p.Text, blocks[1:]
		}
	}
	for _, b := range blocks {
		l, ok := b.(document.List)
		if !ok || isTaskList(b) {
			message, hint := "a second paragraph in an option", "Make it a reason: a list entry indented under the option."
			if ok {
				message, hint = "an option inside an option", "Bring it out to the edge; what is indented under an option is its reason, and has no box."
			}
			r.fail(codeKey, blockAt(b, it.Source), message, hint)
			continue
		}
		for _, reason := range l.Items {
			r.strayBoxes(reason.Blocks)
			o.Reason = append(o.Reason, r.reason(reason, &o, supported)...)
		}
	}
	return o
}

// reason reads an entry under an option: `Supports: A` with what follows, or a
// reason.
func (r *reading) reason(it document.Item, o *Option, supported int) []document.Block {
	if len(it.Blocks) == 0 {
		return nil
	}
	p, ok := it.Blocks[0].(document.Paragraph)
	if !ok {
		return it.Blocks
	}
	after, ok := cutLabel(p.Text, "supports")
	if !ok {
		return it.Blocks
	}
	name, after := cutLetter(after)
	switch {
	case supported == 0:
		r.fail(codeKey, it.Source, "an option that supports another, outside a Part B", "Only Part B's options support those of Part A.")
	case len(name) != 1 || name[0] < 'A' || int(name[0]-'A') >= supported:
		r.fail(codeKey, it.Source, "it supports no option of Part A",
			fmt.Sprintf("Write one letter from A to %s: Part A's options in the order written.", letter(supported-1)))
	case o.Supports >= 0:
		r.fail(codeKey, it.Source, "an option that supports two", "Keep one Supports.")
	default:
		o.Supports = int(name[0] - 'A')
	}
	rest := it.Blocks[1:]
	if words(after) == "" {
		return rest
	}
	p.Text = after
	return append([]document.Block{p}, rest...)
}

// cutLetter takes a letter and the stop behind it off the front of a text. A
// name that isn't one letter comes back as it is.
func cutLetter(in []document.Inline) (name string, rest []document.Inline) {
	t, ok := at(in, 0).(document.Text)
	if !ok {
		return "", in
	}
	end := strings.IndexFunc(t.Words, func(c rune) bool { return !(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') })
	if end < 0 {
		return strings.ToUpper(t.Words), in[1:]
	}
	name, after := t.Words[:end], t.Words[end:]
	trimmed := strings.TrimLeft(after, " .;:—–")
	if trimmed != "" && trimmed == strings.TrimLeft(after, " ") && !strings.HasPrefix(trimmed, "(") {
		return "", in // more words where a stop should be: "A and B"
	}
	t.Words = trimmed
	return strings.ToUpper(name), append([]document.Inline{t}, in[1:]...)
}

// strayBoxes reports boxes in blocks that hold no options, or none any more.
// Nothing would come of them but boxes on the sheet, the key ticked.
func (r *reading) strayBoxes(blocks []document.Block) {
	for _, b := range blocks {
		if !r.typ.options && isTaskList(b) {
			r.fail(codeShape, blockAt(b, r.section.At), "options in "+r.typ.noun, "Leave the boxes out, or the class on the heading.")
			continue
		}
		if at, ok := firstBox(b); ok {
			r.fail(codeShape, at, "a box inside a list or a quotation that is no list of options",
				"Bring the options out to the line's start, each with its box: “- [ ] …”.")
		}
	}
}

// boxesInFields reports options that stand after a field's label, and so in
// the field. What a student checks for himself is no option.
func (r *reading) boxesInFields() {
	for _, f := range r.fields {
		if slices.Contains([]string{"criteria", "hint", "starter"}, f.Name) {
			continue
		}
		for _, b := range f.Blocks {
			if at, ok := firstBox(b); ok {
				r.fail(codeShape, at, "options in the field "+label(f.Name), "Move them above the prompt's first field, or leave the boxes out.")
				break
			}
		}
	}
}

// firstBox finds the first entry with a box in a block, however deep.
func firstBox(b document.Block) (source.Span, bool) {
	var inside []document.Block
	switch b := b.(type) {
	case document.List:
		for _, it := range b.Items {
			if it.Task != document.NoBox {
				return it.Source, true
			}
			inside = append(inside, it.Blocks...)
		}
	case document.BlockQuote:
		inside = b.Blocks
	}
	for _, b := range inside {
		if at, ok := firstBox(b); ok {
			return at, true
		}
	}
	return source.Span{}, false
}

// checkOptions reports what is wrong with a list of options whoever wrote it:
// too few, or two alike.
func (r *reading) checkOptions(of string, o optionList) {
	if len(o.options) < 2 {
		r.fail(codeKey, o.at, of+" has one option only", "Write at least one more; three are a good number.")
	}
	seen := map[string]int{}
	for i, opt := range o.options {
		s := same(opt.Text)
		if s == "" {
			continue
		}
		if first, ok := seen[s]; ok {
			r.twice("two options say the same", opt.At, o.options[first].At)
			continue
		}
		seen[s] = i
	}
}

// twice reports something that is there a second time.
func (r *reading) twice(message string, second, first source.Span) {
	r.findings.Add(diag.Finding{
		Code: codeKey, Severity: diag.Error, At: second, Message: message, Hint: "Change one of them.",
		Related: []diag.Related{{At: first, Message: "the first one is here"}},
	})
}

// oneKey reports options of which not exactly one is right.
func (r *reading) oneKey(of string, o optionList) {
	switch n := o.right(); {
	case len(o.options) == 0:
	case n == 0:
		r.fail(codeKey, o.at, of+" has no key", "Mark the right option with [x].")
	case n > 1:
		r.fail(codeKey, o.at, fmt.Sprintf("%s has %d keys", of, n),
			"Mark one option with [x]; if several are right, add .multiple to the heading.")
	}
}

// blockAt gives a block's place, or another where it has none.
func blockAt(b document.Block, otherwise source.Span) source.Span {
	if at := b.Span(); !at.IsZero() {
		return at
	}
	return otherwise
}
