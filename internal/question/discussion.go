package question

import "quire/internal/document"

var discussion = Type{
	Name: "discussion",
	Doc:  "A question to talk about: any prompt under Seminar, or one with Positions.",
	noun: "a discussion",
	fields: []string{
		"positions", "probes", "listen-for", "misreading", "if-silent", "without-a-pen",
	},
	Example: `### The order of the reasons {kind=interpretive minutes=12}

Does the order in which someone gives reasons tell us anything about how good
they are?

**Positions:**

- It tells us about the person, not about the reasons.
- It tells us what the reasons have to hide.

**Probes:**

- Clarify: which of the three reasons does the author answer?
- Evidence: what shows that the chair was ashamed of any of them?
- Other view: how would the chair retell this conversation?

**Listen for:** someone who notices that an order is not an argument.

**Misreading:** The author thinks that the chair is a liar.

**If silent:** ask each pair to rank the three reasons before talking.
`,
	parse: func(r *reading) parsed {
		key := talkKey{positions: r.said("positions"), listen: r.said("listen-for")}
		return parsed{sheet: talk{}, key: key, responses: []Response{None{}}}
	},
}

// talk leaves nothing on paper.
type talk struct{}

func (talk) Student(Arrangement) []document.Block { return nil }

// talkKey is what a key says of a discussion that stands among questions; a
// leader finds all of it in the Guide.
type talkKey struct{ positions, listen []document.Block }

func (talkKey) Short(Arrangement) string { return "" }

func (k talkKey) Teacher(Arrangement) []document.Block {
	out := []document.Block{answerLine(document.Words("To discuss"), placeOf(paragraphs(k.listen)))}
	out = append(out, runIn("Positions", k.positions)...)
	return append(out, runIn("Listen for", k.listen)...)
}
