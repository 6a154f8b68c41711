package check

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/question"
)

var t1 = Rule{
	Code: "T1", Title: "a true/false statement with a negation, or with two claims", Severity: diag.Warning, Risk: "med", Language: "en",
	Why:    "To call a negation false is to think round two corners, and of two joined claims one may be true. Where most statements are true (or false), guessing pays.",
	Before: "### The bell is not heavy, and the chair likes it. {.true-false}",
	After:  "### The bell is light. {.true-false}",
	Source: haladyna + " (true/false); the share of 40 to 60 % is ours.",
	run: func(r *reading) {
		type share struct{ items, right int }
		shares := map[string]*share{}
		for _, p := range r.prompts() {
			for _, c := range p.choices {
				if !c.truth {
					continue
				}
				s := shares[p.section.Name]
				if s == nil {
					s = &share{}
					shares[p.section.Name] = s
				}
				s.items++
				if c.options[0].Right {
					s.right++
				}
				statement(r, p)
			}
		}
		for i := range r.lesson.Sections {
			s := shares[r.lesson.Sections[i].Name]
			if s == nil || s.items < truthItems {
				continue
			}
			if part := float64(s.right) / float64(s.items); part < truthLeast || part > truthMost {
				r.report(headingOf(&r.lesson.Sections[i]), fmt.Sprintf("%d of %d statements are true", s.right, s.items), "Turn some of them round, so that about half are.")
			}
		}
	},
}

func statement(r *reading, p *prompt) {
	for i, w := range p.stem.words {
		if !w.quoted && negative(w.low) && !(i+1 < len(p.stem.words) && p.stem.words[i+1].low == "only") {
			r.report(p.in(w.at), fmt.Sprintf("a negation in a statement to judge: “%s”", w.text), "State it without, and turn the answer round.")
			break
		}
	}
	if i := p.stem.joined(); i >= 0 {
		r.report(p.in(p.stem.words[i].at), "two claims in one statement", "Keep one of them, or make two statements.")
	}
}

// joined finds the word that joins a second claim to a sentence, -1 if none
// does: a conjunction with a clause of its own behind it.
func (p *prose) joined() int {
	for i, w := range p.words {
		if w.quoted || i == 0 || i+1 >= len(p.words) {
			continue
		}
		next := p.words[i+1]
		comma := strings.Contains(w.before, ",")
		switch {
		case strings.Contains(w.before, ";") && !w.starts:
			return i
		case w.low == "because" || w.low == "although" || w.low == "whereas" || w.low == "therefore":
			return i
		case w.low == "but" && (comma || pronoun(next.low)):
			return i
		case w.low == "so" && comma:
			return i
		case w.low == "and" && (pronoun(next.low) && next.low != "that" && next.low != "this" && i+2 < len(p.words) || comma && !p.enumerates(i)):
			return i
		case w.low == "and" && slices.ContainsFunc(p.words[:i], verbal) && p.clause(i+1):
			return i
		}
	}
	return -1
}

// verbal says that a word looks like a verb by itself.
func verbal(w word) bool { return auxiliary(w.low) || strings.HasSuffix(w.low, "ed") }

// clause says that a clause of its own begins at a word: an article or the like
// with a noun, and not far behind an auxiliary verb ("the council did not care").
func (p *prose) clause(from int) bool {
	const far = 4 // words to the verb
	switch p.words[from].low {
	case "the", "a", "an", "his", "her", "its", "their", "this", "these", "no", "nobody", "everybody":
	default:
		return false
	}
	for i := from + 1; i < min(from+far+1, len(p.words)); i++ {
		if w := p.words[i]; w.starts || questionWord(w.low) || w.low == "that" || strings.ContainsAny(w.before, ",;") {
			return false // the verb would be a relative clause's
		} else if auxiliary(w.low) {
			return true
		}
	}
	return false
}

// enumerates says that an "and" after a comma ends a list of three or more.
func (p *prose) enumerates(and int) bool {
	const far = 5 // words between the commas of a list
	for k := and - 1; k > 0 && k > and-far; k-- {
		if strings.Contains(p.words[k].before, ",") {
			return true
		}
	}
	return false
}

var t2 = Rule{
	Code: "T2", Title: "a matching that solves itself, or is too long or too mixed", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "In equal lists the last pair is free. Long lists test searching. Where dates and names are mixed, each finds its kind without being known.",
	Before: "| Who | Did what |\n|---|---|\n| The chair | praised it |\n| The author | asked |",
	After:  "| Who | Did what |\n|---|---|\n| The chair | praised it |\n| The author | asked |\n| | took it down |",
	Source: haladyna + " (matching); ten entries are ours.",
	run: func(r *reading) {
		for _, p := range r.prompts() {
			for _, resp := range p.Responses {
				if m, ok := resp.(question.Match); ok && len(m.Left) > 0 {
					matching(r, p, m)
				}
			}
		}
	},
}

func matching(r *reading, p *prompt, m question.Match) {
	used := map[int]bool{}
	for _, i := range m.Pairs {
		used[i] = true
	}
	if len(m.Left) == len(m.Right) && len(used) == len(m.Right) {
		r.report(p.in(m.Left[0].At), "as many responses as entries, so that the last pair is free", "Add a row with an empty left cell: a response that is left over.")
	}
	if n := max(len(m.Left), len(m.Right)); n > matchMost {
		r.report(p.in(m.Left[0].At), fmt.Sprintf("a matching of %d", n), fmt.Sprintf("Make two of it; %d are enough for one.", matchMost))
	}
	for _, column := range [][]question.Entry{m.Left, m.Right} {
		dates, names := 0, 0
		at := -1
		for i, e := range column {
			text := proseOf(e.Text)
			switch _, date := figure(text); {
			case date:
				dates++
			case named(text):
				names++
				at = i
			}
		}
		if dates > 0 && names > 0 {
			r.report(p.in(column[at].At), "dates and names in one column", "Match one kind of thing at a time: make two matchings.")
		}
	}
}

// named says that a text is a name: all its words but the small ones have
// capitals.
func named(p *prose) bool {
	const most = 4 // words
	for _, w := range p.words {
		if w.quoted || w.ref || !capital(w.text) && !function(w.low) {
			return false
		}
	}
	n := len(p.words)
	return n > 0 && n <= most && capital(p.words[n-1].text) && !function(p.words[0].low)
}

var t3 = Rule{
	Code: "T3", Title: "a cloze that can't be read, or gives its words away", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "With three words gone a sentence says nothing; a blank in front must be carried to the end; “an” before a blank rules half of the bank out; and a bank without extra words fills its last blank by itself.",
	Before: "[[Applause]] gives an [[answer]] to [[questions]] that nobody [[asked]].",
	After:  "In the author's view applause answers a [[question]] (with extra words in **Extra:**).",
	Source: haladyna + " (completion); two blanks are ours.",
	run: func(r *reading) {
		for _, p := range r.prompts() {
			for _, resp := range p.Responses {
				if g, ok := resp.(question.Gaps); ok {
					gaps(r, p, g)
				}
			}
		}
	},
}

func gaps(r *reading, p *prompt, g question.Gaps) {
	for _, s := range p.stem.sentences() {
		blanks := 0
		for i, w := range s.words {
			if !w.blank {
				continue
			}
			blanks++
			if i == 0 {
				r.report(p.in(w.at), "a sentence that begins with a blank", "Turn the sentence round, or let another word go.")
			}
			if i > 0 && (s.words[i-1].low == "a" || s.words[i-1].low == "an") && strings.Trim(w.before, " ") == "" {
				r.report(p.in(s.words[i-1].at), fmt.Sprintf("“%s” before a blank tells how the word begins", s.words[i-1].low), "Take the article into the gap, or turn the sentence.")
			}
			if blanks == blanksInSentence+1 {
				r.report(p.in(w.at), fmt.Sprintf("more than %d blanks in one sentence", blanksInSentence), "Fill one of them in, or part the sentence.")
			}
		}
	}
	if len(g.Bank) > 0 && len(g.Bank) <= len(g.Accept) {
		r.report(p.At, "the word bank has no word to spare, so the last blank fills itself", "Add two or three words that fit nowhere: **Extra:** word, word.")
	}
}

var d14 = Rule{
	Code: "D14", Title: "the tag says more than the question can ask", Severity: diag.Note, Strict: true, Risk: "low",
	Why:    "A blank to fill at DOK 3, or a discussion at DOK 1, tells whoever reads the table of standards something that the sheet doesn't do.",
	Before: "### The vote {dok=3}\n\nThe council voted [[twice]].",
	After:  "### The vote {dok=1}\n\nThe council voted [[twice]].",
	Source: "Webb's depth of knowledge; the limits are ours.",
	run: func(r *reading) {
		for _, p := range r.prompts() {
			if message := p.contradiction(); message != "" {
				r.report(p.At, message, "Change the tag, or ask for more (or less) than this type of question can.")
			}
		}
	},
}

// contradiction says what a prompt's tags and its responses disagree about.
func (p *prompt) contradiction() string {
	if len(p.Responses) == 0 {
		return ""
	}
	dok := p.Tags.DOK
	fixed := ""
	switch p.Responses[0].(type) {
	case question.Gaps:
		fixed = "filling blanks"
	case question.Match:
		fixed = "matching"
	case question.Choice:
		c := p.choices
		switch {
		case len(c) > 0 && c[0].truth:
			fixed = "true or false"
		case dok > choiceMostDOK:
			return fmt.Sprintf("choosing among given answers at DOK %d", dok)
		case p.Tags.Kind == "evaluative":
			return "an evaluative question with one right answer on a list"
		}
	case question.None:
		switch {
		case !p.talk():
		case dok > 0 && dok < talkLeastDOK:
			return fmt.Sprintf("a discussion at DOK %d", dok)
		case p.Tags.Kind == "factual" && p.Tags.Phase == "core":
			return "a core question of the discussion that is tagged factual"
		}
	}
	if fixed != "" && dok > fixedMostDOK {
		return fmt.Sprintf("%s at DOK %d", fixed, dok)
	}
	return ""
}

var s7 = Rule{
	Code: "S7", Title: "an open question without a model answer", Severity: diag.Warning, Risk: "none",
	Why:    "Who can't write the answer has not found out whether the question has one. And whoever marks or leads needs to know what to look for.",
	Before: "### What does the joke do for her argument?",
	After:  "### What does the joke do for her argument?\n\n**Answer:** It separates her from people who want quiet for the sake of manners.",
	Source: "Achieve the Core checklist; Great Books Foundation, Shared Inquiry",
	run: func(r *reading) {
		for _, p := range r.prompts() {
			if len(p.Guide.ListenFor) > 0 || len(p.Responses) == 0 {
				continue
			}
			if p.talk() {
				r.report(p.At, "a discussion without anything to listen for", "Write what a good contribution sounds like: **Listen for:** …")
				continue
			}
			open := slices.ContainsFunc(p.Responses, func(resp question.Response) bool {
				t, ok := resp.(question.Text)
				return ok && len(t.Model)+len(t.Accept) == 0
			})
			if open && len(p.choices) == 0 {
				r.report(p.At, "an open question without a model answer", "Write the answer you hope for: **Answer:** …; for a paragraph, **Model 4:** …")
			}
		}
	},
}
