package question

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
)

func TestMistakes(t *testing.T) {
	const ab = "- [x] a\n- [ ] b\n"
	cases := []struct {
		name, src string
		want      []string // severity, code, line:column, message
	}{
		{"unknown attribute", "### Q? {pasage=turn}\n", []string{"error attribute 1:9 unknown attribute “pasage”"}},
		{"unknown class", "### Q? {.mutliple}\n\n" + ab, []string{"error attribute 1:10 unknown class “.mutliple”"}},
		{"class of a shape", "### Q? {.choice}\n\n" + ab, []string{"error attribute 1:10 .choice is not a class"}},
		{"two types", "### Q? {.multiple .ordering}\n\n- [x] a\n- [x] b\n", []string{"error attribute 1:20 two types, .multiple and .ordering"}},
		{"unknown values", "### Q? {kind=fact skill=reading stance=against phase=middle dok=5}\n", []string{
			"error attribute 1:14 kind can't be “fact”",
			"error attribute 1:25 skill can't be “reading”",
			"error attribute 1:40 stance can't be “against”",
			"error attribute 1:54 phase can't be “middle”",
			"error attribute 1:65 dok can't be “5”",
		}},
		{"not numbers", "### Q? {points=two minutes=-1 lines=+3}\n", []string{
			"error attribute 1:16 points can't be “two”",
			"error attribute 1:28 minutes can't be “-1”",
			"error attribute 1:37 lines can't be “+3”",
		}},
		{"attribute of another type", "### Q? {word=a lines=3}\n\n" + ab, []string{
			"error attribute 1:9 a choice takes no attribute “word”",
			"error attribute 1:16 a choice takes no attribute “lines”",
		}},
		{"field of another type", "### Q?\n\n" + ab + "\n**Positions:** Yes.\n", []string{"error field 6:3 a choice takes no Positions"}},
		{"two of a field", "### Q?\n\n**Answer:** Yes.\n\n**Answer:** No.\n", []string{"error field 5:3 a second Answer"}},
		{"empty field", "### Q?\n\n**Hint:**\n", []string{"warning field 3:3 Hint says nothing"}},
		{"letter as the answer", "### Q?\n\n" + ab + "\n**Answer:** A\n", []string{"error field 6:3 a choice takes no Answer"}},
		{"options in a list", "### Q?\n\n- a\n  - [x] b\n  - [ ] c\n", []string{"error shape 4:3 a box inside a list or a quotation that is no list of options"}},
		{"options in a quotation", "### Q?\n\n> - [x] b\n> - [ ] c\n", []string{"error shape 3:3 a box inside a list or a quotation that is no list of options"}},
		{"options deep in a reason", "### Q?\n\n- [x] a\n  - because\n    - [ ] c\n- [ ] b\n", []string{"error shape 5:5 a box inside a list or a quotation that is no list of options"}},
		{"options in a field", "### Q?\n\n**Answer:** this one:\n\n" + ab, []string{"error shape 5:1 options in the field Answer"}},
		{"boxes to tick oneself", "### Q?\n\n**Criteria:**\n\n- [ ] I quote.\n", nil},
		{"options in a matching", "### Q? {.matching}\n\n- [x] c\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", []string{"error shape 3:1 options in a matching"}},
		{"options in a part's list", "### Q? {.two-part}\n\n" + strings.Replace(partAB, "#### Part A\n", "#### Part A\n\n- a\n  - [ ] b\n", 1), []string{"error shape 6:3 a box inside a list or a quotation that is no list of options"}},
		{"gap beside options", "### Q?\n\nA [[gap]].\n\n" + ab, []string{"error shape 3:3 a gap in a question with options"}},
		{"gap in an ordering", "### Q? {.ordering}\n\nA [[gap]].\n\n1. a\n2. b\n", []string{"error shape 3:3 a gap in an ordering"}},
		{"part in a choice", "### Q?\n\n" + ab + "\n#### Part A\n", []string{"error shape 6:6 a part in a choice"}},

		{"steps out of order", "### Q? {.ordering}\n\n1. c\n3. d\n2. e\n", []string{"error S1 4:1 the step here is number 2 in the order written, and has another number"}},
		{"steps that begin late", "### Q? {.ordering}\n\n3. c\n4. d\n5. e\n", []string{"error S1 3:1 the step here is number 1 in the order written, and has another number"}},
		{"steps that all are the first", "### Q? {.ordering}\n\n1. c\n1. d\n1. e\n", nil},

		{"more options than letters", "### Q?\n\n" + numbered("- [ ] a%d\n", 26) + "- [x] b\n", []string{"error shape 29:1 more than 26 options"}},
		{"more steps than letters", "### Q? {.ordering}\n\n" + numbered("1. a%d\n", 27), []string{"error shape 29:1 more than 26 steps"}},
		{"more rows than letters", "### Q? {.matching}\n\n|a|b|\n|-|-|\n" + numbered("|a%d|b%[1]d|\n", 27), []string{"error shape 31:2 more than 26 entries to match", "error shape 31:6 more than 26 responses"}},

		{"no key", "### Q?\n\n- [ ] a\n- [ ] b\n", []string{"error S1 3:1 the choice has no key"}},
		{"two keys", "### Q?\n\n- [x] a\n- [x] b\n- [ ] c\n", []string{"error S1 3:1 the choice has 2 keys"}},
		{"one option", "### Q?\n\n- [x] a\n", []string{"error S1 3:1 the choice has one option only"}},
		{"same options", "### Q?\n\n- [x] The  bell.\n- [ ] *the* bell\n", []string{"error S1 4:1 two options say the same"}},
		{"empty option", "### Q?\n\n- [x] a\n- [ ] b\n- [ ]\n", []string{"error task 5:1 option without text"}},
		{"reason at the edge", "### Q?\n\n- [x] a\n- because\n- [ ] b\n", []string{"error S1 4:1 an entry without a box among the options"}},
		{"reason as a paragraph", "### Q?\n\n- [x] a\n\n  because\n- [ ] b\n", []string{"error S1 5:3 a second paragraph in an option"}},
		{"option in an option", "### Q?\n\n- [x] a\n  - [ ] c\n- [ ] b\n", []string{"error S1 4:3 an option inside an option"}},
		{"text after options", "### Q?\n\n" + ab + "\nAnd why?\n", []string{"error shape 6:1 text after the options"}},
		{"second list", "### Q?\n\n" + ab + "\nOr:\n\n" + ab, []string{"error shape 6:1 a second list of options"}},
		{"supports outside", "### Q?\n\n- [x] a\n  - Supports: A\n- [ ] b\n", []string{"error S1 4:3 an option that supports another, outside a Part B"}},

		{"multiple without key", "### Q? {.multiple}\n\n- [ ] a\n- [ ] b\n", []string{"error S1 3:1 the choice has no key"}},
		{"multiple with one key", "### Q? {.multiple}\n\n" + ab, []string{"warning S1 3:1 one option only is right where several may be marked"}},
		{"choose too many", "### Q? {.multiple choose=3}\n\n- [x] a\n- [x] b\n- [ ] c\n", []string{"error S1 1:26 students are told to choose 3, but 2 are right"}},
		{"choose too few", "### Q? {.multiple choose=1}\n\n- [x] a\n- [x] b\n- [ ] c\n", []string{"error S1 1:26 students are told to choose 1, but 2 are right"}},
		{"choose no number", "### Q? {.multiple choose=two}\n\n- [x] a\n- [x] b\n", []string{"error attribute 1:26 choose can't be “two”"}},
		{"no options", "### Q? {.multiple}\n", []string{"error S1 1:5 the choice has no options"}},

		{"no answer", "### S. {.true-false}\n", []string{"error S1 1:5 the true-false has no answer"}},
		{"neither", "### S. {.true-false}\n\n**Answer:** Perhaps.\n", []string{"error S1 3:3 the answer is neither true nor false"}},
		{"uncorrected", "### S. {.true-false}\n\n**Answer:** False.\n", []string{"warning S1 1:5 a false statement without its correction"}},
		{"corrected truth", "### S. {.true-false}\n\n**Answer:** true\n\n**Correction:** T.\n", []string{"warning S1 5:3 a correction of a true statement"}},
		{"true-false with options", "### S. {.true-false}\n\n- [x] a\n- [ ] b\n\n**Answer:** true\n", []string{"error shape 3:1 options in a true-false"}},

		{"no word", "### Q? {.vocabulary}\n\n" + ab, []string{"error S1 1:5 a vocabulary question without its word"}},
		{"answer and options", "### Q? {.vocabulary word=x}\n\n" + ab + "\n**Answer:** a\n", []string{"error field 6:3 Answer in a vocabulary question with options"}},

		{"no Part B", "### Q? {.two-part}\n\n#### Part A\n\nWhat?\n\n" + ab, []string{"error S1 1:5 the two-part question has no Part B"}},
		{"no question in Part B", "### Q? {.two-part}\n\n#### Part A\n\nWhat?\n\n" + ab + "\n#### Part B\n\n" + ab, []string{"error shape 10:6 Part B has no question"}},
		{"Part C", "### Q? {.two-part}\n\n" + partAB + "\n#### Part C\n", []string{"error shape 19:6 a part that is neither Part A nor Part B"}},
		{"parts turned round", "### Q? {.two-part}\n\n#### Part B\n\nWhich?\n\n" + ab + "\n#### Part A\n\nWhat?\n\n" + ab, []string{"error shape 3:6 Part B before Part A"}},
		{"supports nothing", "### Q? {.two-part}\n\n" + strings.Replace(partAB, "Supports: A", "Supports: D", 1), []string{"error S1 15:3 it supports no option of Part A"}},
		{"supports two", "### Q? {.two-part}\n\n" + strings.Replace(partAB, "Supports: A", "Supports: A and B", 1), []string{"error S1 15:3 it supports no option of Part A"}},
		{"tag on a part", "### Q? {.two-part}\n\n" + strings.Replace(partAB, "Part B", "Part B {points=2}", 1), []string{"error attribute 10:14 Part B takes no attribute “points”"}},
		{"heading in a part", "### Q? {.two-part}\n\n" + partAB + "\n##### More\n", []string{"error shape 19:7 a heading inside Part B"}},

		{"no table", "### Q? {.matching}\n", []string{"error S1 1:5 the matching has no table"}},
		{"three columns", "### Q? {.matching}\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n", []string{"error S1 3:1 a matching table needs two columns"}},
		{"no rows", "### Q? {.matching}\n\n| a | b |\n|---|---|\n", []string{"error S1 3:1 a matching of fewer than two entries"}},
		{"no right cell", "### Q? {.matching}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | |\n", []string{"error S1 7:3 an entry without an answer"}},
		{"left twice", "### Q? {.matching}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 4 |\n", []string{"error S1 6:3 two entries on the left say the same"}},
		{"extra is an answer", "### Q? {.matching}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| | 2 |\n", []string{"error S1 7:5 an extra response says the same as another one"}},
		{"one answer", "### Q? {.matching}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 2 |\n", []string{"error S1 3:1 every entry has the same answer"}},

		{"no steps", "### Q? {.ordering}\n\n- a\n- b\n", []string{"error S1 1:5 the ordering has no numbered list"}},
		{"one step", "### Q? {.ordering}\n\n1. a\n", []string{"error S1 3:1 an ordering of fewer than two steps"}},
		{"same steps", "### Q? {.ordering}\n\n1. a\n2. b\n3. A.\n", []string{"error S1 5:1 two steps say the same"}},
		{"box before a step", "### Q? {.ordering}\n\n1. [x] a\n2. b\n", []string{"error S1 3:1 a box before a step"}},

		{"empty gap", "### Q?\n\nA [[]] and [[b]].\n", []string{"error gap 3:3 gap without an answer"}},
		{"extra is a gap's", "### Q?\n\nA [[cat]].\n\n**Extra:** dog, Cat\n", []string{"error S1 5:3 the extra word “Cat” is an answer"}},
		{"accept for no gap", "### Q?\n\nA [[cat]] and a [[dog]].\n\n**Accept:** 3: hen\n", []string{"error S1 5:3 an accepted word for no gap"}},

		{"symbols without a symbol", "### Q {.annotate}\n\n**Symbols:**\n\n- a claim\n", []string{"error shape 3:3 an entry of Symbols that is no symbol with its meaning"}},
		{"rubric without a table", "### Q?\n\n**Rubric:** four levels\n", []string{"error field 3:3 a rubric that is not a table"}},
		{"empty probe", "### Q?\n\n**Positions:** Yes.\n\n**Probes:**\n\n- Clarify:\n", []string{"error field 5:3 a probe that asks nothing"}},
		{"call in a gap", "### Q?\n\nA [[{{ref \"x\"}}]] and a [[dog]].\n", []string{"error shape 3:3 a call in a gap"}},

		{"line function without lines", "### Q? {.line-function}\n\n" + ab, []string{"error shape 1:5 a line function without its lines"}},
		{"line function of a passage", "### Q? {.line-function passage=turn}\n\n" + ab, nil},
		{"line function with a reference", "### N {.line-function}\n\nIn {{ref \"turn\"}} they\n\n" + ab, nil},
		{"line function without options", "### Q? {.line-function passage=turn}\n", []string{"error S1 1:5 the line function has no options"}},
		{"line function with two keys", "### Q? {.line-function passage=turn}\n\n- [x] a\n- [x] b\n", []string{"error S1 3:1 the line function has 2 keys"}},

		{"craft without words", "### Q? {.craft}\n", []string{"error shape 1:5 a craft question without the words that it is about"}},

		{"paragraph without a rubric", "### Q? {.paragraph}\n", []string{"warning shape 1:5 a paragraph without a rubric"}},
		{"unknown rubric", "### Q? {.paragraph rubric=cre}\n", []string{"error attribute 1:27 rubric can't be “cre”"}},
		{"unknown form of a paragraph", "### Q? {.paragraph rubric=cer form=table}\n", []string{"error attribute 1:36 form can't be “table”"}},
		{"two rubrics", "### Q? {.paragraph rubric=cer}\n\n**Rubric:**\n\n| a | b |\n|---|---|\n| 4 | c |\n", []string{"error attribute 1:27 two rubrics, one on the heading and one written out"}},
		{"rubric of a short answer", "### Q? {rubric=cer}\n", []string{"error attribute 1:9 a short answer takes no attribute “rubric”"}},

		{"audit without a table", "### Q? {.evidence-audit}\n", []string{"error shape 1:5 an evidence audit has no table"}},
		{"audit of one column", "### Q? {.evidence-audit}\n\n| a |\n|---|\n| b |\n", []string{"error shape 3:1 an evidence audit of one column"}},
		{"audit without rows", "### Q? {.evidence-audit}\n\n| a | b |\n|---|---|\n", []string{"error shape 3:1 an evidence audit without a claim"}},
		{"row without a claim", "### Q? {.evidence-audit}\n\n| a | b |\n|---|---|\n| | [[c]] |\n", []string{"error shape 5:3 a row without a claim"}},
		{"claim as a gap", "### Q? {.evidence-audit}\n\n| a | b |\n|---|---|\n| [[d]] | [[c]] |\n", []string{"error shape 5:3 a row without a claim"}},
		{"audit filled in", "### Q? {.evidence-audit}\n\n| a | b |\n|---|---|\n| c | d |\n", []string{"error shape 3:1 a table with nothing to fill in"}},
		{"gap among words", "### Q? {.evidence-audit}\n\n| a | b |\n|---|---|\n| c | d [[e]] |\n", []string{"error shape 5:7 a gap among other words in a cell"}},
		{"two gaps in a cell", "### Q? {.evidence-audit}\n\n| a | b |\n|---|---|\n| c | [[d]] [[e]] |\n", []string{"error shape 5:7 a gap among other words in a cell"}},
		{"emphasised gap", "### Q? {.evidence-audit}\n\n| a | b |\n|---|---|\n| c | *[[d]]* |\n", []string{"error shape 5:7 a gap among other words in a cell"}},
		{"gap in a head", "### Q? {.evidence-audit}\n\n| a | [[b]] |\n|---|---|\n| c | |\n", []string{"error shape 3:7 a gap in the table's head"}},
		{"gap before a table", "### Q? {.evidence-audit}\n\nA [[gap]].\n\n| a | b |\n|---|---|\n| c | |\n", []string{"error shape 3:3 a gap outside the table"}},
		{"text after a table", "### Q? {.evidence-audit}\n\n| a | b |\n|---|---|\n| c | |\n\nMore.\n", []string{"error shape 7:1 text after the table"}},
		{"columns beyond measure", "### Q? {.evidence-audit}\n\n|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n|a|b|c|d|e||\n", []string{"error shape 3:1 more than five columns to write in"}},
		{"rows beyond measure", "### Q? {.evidence-audit}\n\n|a|b|\n|-|-|\n" + numbered("|a%d||\n", 21), []string{"error shape 25:2 more than twenty rows to write in"}},

		{"no form", "### Q? {.organizer}\n", []string{"error attribute 1:5 an organizer without its form"}},
		{"unknown form", "### Q? {.organizer form=tchart}\n", []string{"error attribute 1:25 form can't be “tchart”"}},
		{"T-chart of three columns", "### Q? {.organizer form=t-chart}\n\n|a|b|c|\n|-|-|-|\n", []string{"error shape 3:1 a T-chart has two columns"}},
		{"T-chart without a name", "### Q? {.organizer form=t-chart}\n\n|a||\n|-|-|\n", []string{"error shape 3:1 a T-chart with a column that has no name"}},
		{"T-chart without a table", "### Q? {.organizer form=t-chart}\n\n- a\n", []string{"error shape 1:5 an organizer has no table"}},
		{"notes filled in", "### Q? {.organizer form=two-column}\n\n|a|b|\n|-|-|\n|c|d|\n", []string{"error shape 3:1 a table with nothing to fill in"}},
		{"unknown row of a SOAPSTone", "### Q? {.organizer form=soapstone}\n\n|a|b|\n|-|-|\n|Speeker|[[c]]|\n", []string{
			"error shape 3:1 a SOAPSTone without its row “Speaker”", "error shape 5:2 a row that a SOAPSTone doesn't have"}},
		{"row of a SOAPSTone twice", "### Q? {.organizer form=soapstone}\n\n|a|b|\n|-|-|\n|Speaker||\n|Occasion||\n|Audience||\n|Purpose||\n|Subject||\n|Tone||\n|tone:|[[c]]|\n",
			[]string{"error shape 11:2 a second row “Tone”"}},
		{"SOAPSTone of three columns", "### Q? {.organizer form=soapstone}\n\n|a|b|c|\n|-|-|-|\n|Tone|||\n", []string{"error shape 3:1 a SOAPSTone has two columns"}},
		{"SOAPSTone with a gap in its text", "### Q? {.organizer form=soapstone}\n\nThe [[tone]].\n", []string{"error shape 3:5 a gap outside a table with the row's name at the left"}},

		{"map without a list", "### Q? {.organizer form=argument-map}\n\nClaim: [[a]]\n", []string{
			"error shape 1:5 an argument map without its list", "error shape 3:8 a gap outside the list"}},
		{"map with numbers", "### Q? {.organizer form=argument-map}\n\n- Claim: a\n  1. Reason: [[b]]\n", []string{"error shape 4:3 numbers in an argument map"}},
		{"map without a claim", "### Q? {.organizer form=argument-map}\n\n- Reason: a\n  - Evidence: [[b]]\n", []string{"error shape 3:1 an argument map that doesn't begin with its claim"}},
		{"map of two claims", "### Q? {.organizer form=argument-map}\n\n- Claim: a\n  - Claim: [[b]]\n", []string{"error shape 4:3 a second claim in an argument map"}},
		{"map of two tops", "### Q? {.organizer form=argument-map}\n\n- Claim: a\n  - Reason: [[b]]\n- Claim: c\n", []string{"error shape 5:1 a second box at the top of an argument map"}},
		{"map of one box", "### Q? {.organizer form=argument-map}\n\n- Claim: [[a]]\n", []string{"error shape 3:1 an argument map of one box"}},
		{"box of no kind", "### Q? {.organizer form=argument-map}\n\n- Claim: [[a]]\n  - Evidense: b\n", []string{"error shape 4:3 a box that doesn't say what it is"}},
		{"reply to nothing", "### Q? {.organizer form=argument-map}\n\n- Claim: [[a]]\n  - Reply: b\n", []string{"error shape 4:3 a reply that answers no objection"}},
		{"map filled in", "### Q? {.organizer form=argument-map}\n\n- Claim: a\n  - Reason: b\n", []string{"error shape 3:1 an argument map with nothing to fill in"}},
		{"box with a paragraph more", "### Q? {.organizer form=argument-map}\n\n- Claim: [[a]]\n\n  More.\n\n  - Reason: b\n", []string{"error shape 5:3 more than a paragraph in a box"}},
		{"box half a gap", "### Q? {.organizer form=argument-map}\n\n- Claim: a [[b]]\n  - Reason: [[c]]\n", []string{"error shape 3:1 a gap among other words in a box"}},
		{"map of many boxes", "### Q? {.organizer form=argument-map}\n\n- Claim: [[a]]\n" + numbered("  - Reason: b%d\n", 30), []string{"error shape 27:3 an argument map of more than 24 boxes"}},
		{"map of many levels", "### Q? {.organizer form=argument-map}\n\n- Claim: [[a]]\n  - Reason: b\n    - Reason: b\n      - Reason: b\n        - Reason: b\n          - Reason: b\n", []string{"error shape 8:11 an argument map of more than five levels"}},
		{"boxes of a task list", "### Q? {.organizer form=argument-map}\n\n- [ ] Claim: [[a]]\n  - Reason: b\n", []string{"error shape 3:1 a box to tick in an argument map"}},

		{"sourcing without a name", "### Q? {.sourcing}\n\n| a | b |\n|---|---|\n| | [[c]] |\n", []string{"error shape 5:3 a row without a name"}},
		{"sourcing of one column", "### Q? {.sourcing}\n\n| a |\n|---|\n| b |\n", []string{"error shape 3:1 a sourcing table of one column"}},
		{"sourcing without rows", "### Q? {.sourcing}\n\n| a | b |\n|---|---|\n", []string{"error shape 3:1 a sourcing table without a row"}},
		{"sourcing with a gap in its text", "### Q? {.sourcing}\n\nThe [[date]].\n", []string{"error shape 3:5 a gap outside a table with what to look at on the left"}},
		{"second no number", "### Q? {.sourcing second=yes}\n", []string{"error attribute 1:26 second can't be “yes”"}},

		{"answer for no box", "### Q? {.counterargument}\n\n**Answer:** It is heavy.\n", []string{"error field 3:3 an answer that belongs to none of the three boxes"}},
		{"two answers for a box", "### Q? {.counterargument}\n\n**Answer:**\n\n- Objection: a\n- Objection: b\n", []string{"error field 3:3 a second answer for the box “Objection”"}},
		{"table for a box", "### Q? {.counterargument}\n\n**Answer:**\n\n- Objection: a\n\n| b | c |\n|---|---|\n", []string{"error field 7:1 an answer that belongs to none of the three boxes"}},
		{"options in a counterargument", "### Q? {.counterargument}\n\n" + ab, []string{"error shape 3:1 options in a counterargument"}},

		{"no proposition", "### Q? {.controversy}\n\n**For:** a\n\n**Against:** b\n", []string{"error shape 1:5 a controversy without its Proposition"}},
		{"one side", "### Q? {.controversy}\n\n**Proposition:** P.\n\n**For:** a\n", []string{"error shape 1:5 a controversy without its Against"}},
		{"unknown procedure", "### Q? {.controversy form=debate}\n\n**Proposition:** P.\n\n**For:** a\n\n**Against:** b\n", []string{"error attribute 1:27 form can't be “debate”"}},
		{"answer to a controversy", "### Q? {.controversy}\n\n**Proposition:** P.\n\n**For:** a\n\n**Against:** b\n\n**Answer:** c\n", []string{"error field 9:3 a controversy takes no Answer"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			it, got := read(t, c.src, "Worksheet")
			if !slices.Equal(got, c.want) {
				t.Errorf("findings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
			if it == nil || it.Sheet == nil || it.Key == nil {
				t.Fatal("the item is not there all the same")
			}
			for _, a := range []Arrangement{nil, turned(it)} {
				it.Sheet.Student(a)
				it.Key.Teacher(a)
				it.Key.Short(a)
			}
		})
	}
}

// Calls that could not be resolved have all become the same sign, which says
// nothing of what they are.
func TestUnresolvedOptionsDiffer(t *testing.T) {
	for src, want := range map[string]int{
		"### Q?\n\n- [x] {{quote \"a\"}}\n- [ ] {{quote \"b\"}}\n": 0,
		"### Q?\n\n- [x] {{quote \"a\"}}\n- [ ] {{quote \"a\"}}\n": 1,
	} {
		var findings diag.List
		s := section(t, src, &findings)
		s.Blocks = document.Rewrite(s.Blocks, nil, func(in document.Inline) []document.Inline {
			if c, ok := in.(document.Call); ok {
				in = document.Text{At: c.At, Words: "…"}
			}
			return []document.Inline{in}
		})
		Read(s, nil, "Worksheet", &findings)
		if got := told(&findings); len(got) != want {
			t.Errorf("%q: %v, want %d", src, got, want)
		}
	}
}

// numbered repeats a line n times, with a number in each.
func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i+1)
	}
	return b.String()
}
