package check

import (
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
)

// item writes a prompt with options; the right one begins with "*". Each wrong
// one has a reason.
func item(stem string, options ...string) string {
	return itemOf("", stem, options...)
}

func itemOf(attrs, stem string, options ...string) string {
	var b strings.Builder
	b.WriteString("### " + stem + attrs + "\n\n")
	for _, o := range options {
		if text, right := strings.CutPrefix(o, "*"); right {
			b.WriteString("- [x] " + text + "\n")
			continue
		}
		b.WriteString("- [ ] " + o + "\n  - It tempts.\n")
	}
	return b.String() + "\n"
}

// sheet and circle put prompts where they belong.
func sheet(prompts ...string) string { return "# Worksheet\n\n" + strings.Join(prompts, "\n") }

func circle(question string) string {
	return circleOf("passage=taken", question,
		"**Positions:**\n\n- Yes: {{cite \"In March\"}}.\n- No ({{ref \"measured\"}}).",
		"**Probes:**\n\n- Clarify: what?\n- Evidence: where?\n- Other view: who?", "**Listen for:** the text.")
}

func circleOf(attrs, question string, fields ...string) string {
	return "# Seminar\n\n## Core\n\n### Name {" + attrs + "}\n\n" + question + "\n\n" + strings.Join(fields, "\n\n") + "\n"
}

func with(front, body string) string {
	return strings.Replace(header, "minutes: 50\n", front+"\n", 1) + body
}

func statementOf(text, answer string) string {
	s := "### " + text + " {.true-false}\n\n**Answer:** " + answer + "\n\n"
	if answer == "false" {
		s += "**Correction:** Something else.\n\n"
	}
	return s
}

func table(rows ...string) string {
	return "### Match {.matching}\n\nMatch them.\n\n| Left | Right |\n|---|---|\n| " + strings.Join(rows, " |\n| ") + " |\n\n"
}

func open(attrs, question string) string {
	return "### " + question + " {" + attrs + "}\n\n**Answer:** Something.\n\n"
}

func twoParts(key, other string) string {
	return "### Two {.two-part}\n\n#### Part A\n\nWhat did the tape show?\n\n- [x] room\n- [ ] rust\n  - No.\n\n#### Part B\n\nWhich words say so?\n\n- [x] {{cite \"two meters to spare\"}}\n" + key + "- [ ] {{cite \"a borrowed tape\"}}\n" + other
}

// cases has for each rule what trips it and what only looks like it.
var cases = map[string]struct{ trips, misses []string }{
	"S1": {
		[]string{sheet("### Who sat there?\n\n- [ ] Oda\n- [ ] Ann\n"), sheet("### Who sat there?\n\n- [x] Oda\n- [x] Ann\n- [ ] Jo\n"), sheet("### Who sat there?\n\n- [x] Oda\n- [ ] Oda.\n")},
		[]string{sheet(item("Who sat there?", "*Oda", "Oda's son")), sheet("### Which two? {.multiple choose=2}\n\n- [x] Oda\n- [x] Ann\n- [ ] Jo\n"), sheet(open("dok=1", "Who sat there?"))},
	},
	"S2": {
		[]string{sheet(open("dok=2", "Why {{quote \"a town with no place to wait\"}}?")), sheet(open("dok=2", "Why {{quote \"In June the bench came back, painted green\"}}?"))},
		[]string{sheet(open("dok=2", "Why {{quote \"a town that has ... to wait\"}}?")), sheet(open("dok=2", "Why {{quote \"[I]n June the bench came back\"}}?")), sheet(open("dok=2", "Why {{quote \"He  may be right about\nlandings\"}}?"))},
	},
	"S3": {
		[]string{"# Passages\n\n## A {#a}\n\n> The bench … the ramp.\n\n" + sheet(open("dok=2", "Why?")), "# Passages\n\n## A {#a}\n\n> nobody has blocked a cart … For six years\n\n" + sheet(open("dok=2", "Why?")), sheet(open("passage=none", "Why?"))},
		[]string{"# Passages\n\n## A {#a}\n\n> In June … a cart.\n\n" + sheet(open("dok=2", "Why?")), "# Passages\n\n## A {#a}\n\n> ¶2\n\n" + sheet(open("dok=2", "Why?")), sheet(open("passage=taken", "Why?"))},
	},
	"S3b": {
		[]string{sheet(open("dok=2", "What changes in line 12 of the essay?")), sheet(item("Who sits there?", "Oda (lines 3–5)", "*nobody", "all"))},
		[]string{sheet(open("dok=2", "What changes in {{ref \"taken\"}}?")), sheet(open("dok=2", "Why does the writer draw a line at 70?")), sheet(open("dok=2", "What would you write in line 2 of your own poem?")), sheet(open("dok=2", "Where does “line 4” stop at the landing?"))},
	},
	"S4": {
		[]string{sheet(open("dok=2", "Is it odd that she never once boarded the boat?"))},
		[]string{sheet(open("dok=2", "Is it odd that {{quote \"she never once boarded the boat\"}}?")), sheet(open("dok=2", "Is it odd that she never once boarded?")), sheet(open("dok=2", "What of “she never once boarded the boat”?"))},
	},
	"S6": {
		[]string{with("points: 9", sheet(open("points=2", "Why?"))), with("minutes: 5", circleOf("minutes=6 passage=taken", "What is fair?"))},
		[]string{with("points: 2", sheet(open("points=2", "Why?"))), with("minutes: 6", circleOf("minutes=6 passage=taken", "What is fair?")), with("minutes: 6", circleOf("minutes=6 passage=taken", "What is fair?")+"\n\n### Both {.controversy minutes=40}\n\n**Proposition:** It was fair.\n\n**For:** Carts.\n\n**Against:** Old men.\n"), with("minutes: 5", sheet(open("minutes=20 points=3", "Why?")))},
	},
	"S7": {
		[]string{sheet("### Why did the bench return?\n"), circleOf("passage=taken", "What is fair?")},
		[]string{sheet(open("dok=1", "Why?")), sheet("### Why?\n\n**Accept:** any cause.\n"), sheet(statementOf("The bench is green.", "true")), circle("What is fair?"), sheet("### Mark it {.annotate passage=taken}\n\nMark the claims.\n\n**Symbols:**\n\n- **C** a claim\n")},
	},
	"M1": {
		[]string{sheet(item("Why did it go?", "It was old.", "*It blocked the way for people who pushed carts.", "It was dear."))},
		[]string{sheet(item("Why did it go?", "It was old and had cost the town a lot.", "*It blocked the way for the carts.", "It was dear.")), sheet(item("Why did it go?", "age", "*carts", "money")), sheet(item("Why did it go?", "It was in the way of carts.", "*It was in the way of the boats.", "It was old and ugly, they said."))},
	},
	"M2": {
		[]string{sheet(item("Why?", "Age.", "*It blocked the ramp, or so the harbor board said.", "It was in the way of the ferry, the captain said."))},
		[]string{sheet(item("Why?", "Age.", "*The carts.", "Its high price.")), sheet(item("Why?", "It blocked the ramp, as the board said.", "*It blocked the boats, as the captain said.", "All of the above."))},
	},
	"M3": {
		[]string{sheet(item("Why?", "Age.", "Cost.", "*All of the above.")), sheet(item("Why?", "Age.", "Cost.", "Carts.", "*All three of these")), sheet(item("Why?", "Age.", "Cost.", "*Both are correct."))},
		[]string{sheet(item("Why?", "Age.", "*All of the carts.", "Cost.")), sheet(item("Who came?", "both sisters of Oda", "*all", "three")), sheet(item("Why?", "Age.", "Cost.", "*“All of the above”"))},
	},
	"M4": {
		[]string{sheet(item("Why?", "Age.", "*None of the above", "Cost.")), sheet(item("Why?", "Age.", "Cost.", "*Neither"))},
		[]string{sheet(item("Why?", "Age.", "*None of the carts could pass.", "Cost.")), sheet(item("Who sat?", "Nobody", "*Oda", "None of the board's friends"))},
	},
	"M5": {
		[]string{sheet(item("Why?", "age", "cost", "carts", "*A and B")), sheet(item("Why?", "I. age", "II. cost", "*I only", "I and II")), sheet(item("Why?", "age", "cost", "*both the first and the second"))},
		[]string{sheet(item("Why?", "age and cost", "*carts and boats", "A cart and a boat")), sheet(item("Which came first?", "the tape", "*the bench", "only the board")), sheet(item("How many?", "1", "*2", "3"))},
	},
	"M6": {
		[]string{sheet(item("What did she do?", "She always sang.", "*She sat.", "She never came.")), sheet(item("What did she do?", "She sang.", "*She never boarded.", "She rowed."))},
		[]string{sheet(item("What did she do?", "She always sang.", "*She never boarded.", "She rowed.")), sheet(item("What did she do?", "She read {{quote \"nobody has blocked a cart\"}}.", "*She sat.", "She read “Never”.")), sheet(item("What did she do?", "She did not always sing.", "*She sat.", "She came after all.")), sheet(item("What did she read?", "the novel *All the King’s Men*", "*a letter", "a map"))},
	},
	"M7": {
		[]string{sheet(item("What do benches do?", "They rot.", "*They often help.", "They cost."))},
		[]string{sheet(item("What do benches do?", "They often rot.", "*They often help.", "They cost.")), sheet(item("What do benches do?", "They usually rot.", "*They help.", "They cost.")), sheet(item("When was it gone?", "in March", "*in May", "in June"))},
	},
	"M8": {
		[]string{sheet(item("Which reason did they not give?", "age", "*cost", "carts")), sheet(item("All of these are named except:", "age", "*cost", "carts")), sheet(item("Which reason did they **not** give?", "age", "*cost", "carts"))},
		[]string{sheet(item("Why did Oda not board the boat?", "age", "*cost", "habit")), sheet(item("Which words show that the writer does not agree?", "one", "*two", "three")), sheet(item("What was at least two meters wide?", "a cart", "*the ramp", "a boat")), sheet(item("Which sentence says not only when but why?", "one", "*two", "three"))},
	},
	"M9": {
		[]string{sheet(item("Which is **not** said of Oda?", "She didn't board.", "*She sang.", "She sat."))},
		[]string{sheet(item("Which is said of Oda?", "She didn't sit.", "*She never boarded.", "She sang.")), sheet(item("Which is **not** said of Oda?", "She boarded.", "*She sang.", "“She did not sit.”")), sheet(item("Why did Oda not board?", "She couldn't.", "*She sat.", "She sang."))},
	},
	"M10": {
		[]string{sheet(item("The writer borrowed a:", "*tape.", "oar.", "cart.")), sheet(item("Oda carried an ____", "*umbrella", "thermos", "oar"))},
		[]string{sheet(item("The writer asked for a:", "*U.S. map.", "cart.", "European map.")), sheet(item("The writer waited an:", "*hour.", "evening.", "age.")), sheet(item("The writer borrowed a(n):", "*tape.", "oar.", "cart.")), sheet(item("The writer borrowed:", "*a tape.", "an oar.", "a cart."))},
	},
	"M11": {
		[]string{sheet(item("Why?", "to please them", "*because of carts", "to save money"))},
		[]string{sheet(item("Why?", "to please them", "*to help carts", "to save money")), sheet(item("Why?", "to please them", "*because of carts", "by accident")), sheet(item("Who?", "Oda", "*the board", "the captain"))},
	},
	"M12": {
		[]string{sheet(item("What did the writer measure?", "*the measured ramp", "the boat", "the bench"))},
		[]string{sheet(item("What did the writer measure?", "*the ramp", "the measure", "the bench")), sheet(item("What does Oda bring in June?", "*Oda brought tea", "Oda brought bread", "fish")), sheet(item("What did she measure?", "*a measured ramp", "a measured boat", "a bench"))},
	},
	"M13": {
		[]string{sheet(item("What stood there?", "*a heavy bronze bell", "a heavy iron bell", "a bronze clock"))},
		[]string{sheet(item("What stood there?", "*a bronze bell", "an iron gong", "a wooden seat")), sheet(item("What stood there?", "*a bronze bell", "a bronze gong", "an iron bell", "an iron gong"))},
	},
	"M14": {
		[]string{sheet(item("What did she say?", "She said that it rained.", "*She said that he lied.", "She said so."))},
		[]string{sheet(item("Who said it?", "The writer", "*The board", "The captain")), sheet(item("What did she say?", "{{quote \"In March\"}}", "*{{quote \"In March the harbor board\"}}", "nothing"))},
	},
	"M15": {
		[]string{sheet(item("When?", "1921", "*1898", "1914")), sheet(item("How many?", "nineteen", "*six", "thirty-one")), sheet(item("Where?", "¶5", "*¶2", "¶7")), sheet(item("When?", "June 3", "*March 9", "May 1"))},
		[]string{sheet(item("When?", "1898", "*1914", "1921")), sheet(item("When?", "1921", "*1914", "1898")), sheet(item("What?", "two carts and a boat that sank", "*one bench", "three ropes")), sheet(item("Which?", "a cart", "*a boat", "9 ropes"))},
	},
	"M16": {
		[]string{sheet(item("How many?", "10–20 people", "*20–30 people", "30–40 people")), sheet(item("How many?", "less than 5", "*more than 3", "over 10")), sheet(item("What?", "the carts", "*the carts and the boats", "the bench"))},
		[]string{sheet(item("How many?", "10–19 people", "*20–29 people", "30 or more people")), sheet(item("When?", "before the vote", "*after the vote", "on Sunday morning")), sheet(item("What?", "He agreed.", "*He didn't agree at once.", "He left."))},
	},
	"M17": {
		[]string{sheet(item("____ took the bench away in March.", "*The board", "Oda", "A thief")), sheet(item("The reason that the board gave", "*was carts", "was age", "was cost"))},
		[]string{sheet(item("In March the bench was taken away by the ____.", "*board", "captain", "writer")), sheet(item("Name the person who sat there.", "*Oda", "the writer", "a thief")), sheet(item("The reason that the board gave:", "*carts", "age", "cost")), sheet(item("In ¶3, find the reason.", "*carts", "age", "cost"))},
	},
	"M18": {
		[]string{sheet(item("Which of the following is true?", "It sank.", "*It came.", "It broke.")), sheet(item("The bench was:", "lost.", "*green.", "sold.")), sheet(item("Which statement about the writer is correct?", "She sings.", "*She counts.", "She rows."))},
		[]string{sheet(item("Which is true of the people who leaned on the railing that week?", "They sang.", "*Most were old.", "They rowed.")), sheet(item("Whom does the board name?", "Oda", "*cart owners", "boys")), sheet(item("What does “patient” mean?", "ill", "*calm", "slow"))},
	},
	"M19": {
		[]string{sheet(item(strings.Repeat("Benches are found in many towns. ", 11)+"Who sat there?", "*Oda", "a boy", "a captain"))},
		[]string{sheet(item(strings.Repeat("Benches are found. ", 5)+"Who sat there?", "*Oda", "a boy", "a captain")), sheet(item("“"+strings.Repeat("Benches are found in many towns. ", 11)+"” Who says it?", "*Oda", "a boy", "a captain"))},
	},
	"M20": {
		[]string{sheet(pinned(0, 0, 0, 0, 1, 2)...), sheet(pinned(0, 1, 0, 0, 0, 0, 1, 2, 2, 1)...)},
		[]string{sheet(pinned(0, 1, 2, 0, 1, 2)...), sheet(pinned(0, 0, 0, 0, 0)...), sheet(pinned(0, 0, 0, 1, 2, 1)...)},
	},
	"M21": {
		[]string{sheet(item("What did the writer do?", "*She measured the ramp.", "She sang.", "She rowed."), open("dok=2", "After she had measured the ramp, what did she ask?"))},
		[]string{sheet(item("What did the writer do?", "*She measured the ramp.", "She sang.", "She rowed."), open("dok=2", "What do people with carts need?")), sheet(item("What did the writer do?", "*She measured the ramp.", "She sang.", "She rowed."), open("dok=2", "How was the ramp made?")), sheet(item("Who sat there?", "*Oda", "Ann", "Jo"), open("dok=2", "What does Oda bring?"))},
	},
	"M22": {
		[]string{sheet("### Who sat there, then?\n\n- [x] Oda\n- [ ] Ann\n")},
		[]string{sheet(item("Who sat there?", "*Oda", "Ann")), sheet(statementOf("Oda sat there.", "true")), sheet(twoParts("  - Supports: A\n", "  - Supports: B\n"))},
	},
	"T1": {
		[]string{sheet(statementOf("Oda did not sit there.", "false")), sheet(statementOf("Oda sat there because she was ill.", "false")), sheet(statementOf("Oda stayed there and the old ferry had left.", "true")), sheet(statementOf("A is so.", "true"), statementOf("B is so.", "true"), statementOf("C is so.", "true"), statementOf("D is so.", "true"), statementOf("E is so.", "false"))},
		[]string{sheet(statementOf("Oda sat on the bench and drank tea.", "true")), sheet(statementOf("Oda saw the ferry and the cart that had been there.", "true")), sheet(statementOf("The bench and the ramp were near.", "true")), sheet(statementOf("The writer names the bench, the ramp, and the railing.", "true")), sheet(statementOf("A is so.", "true"), statementOf("B is so.", "true"), statementOf("C is so.", "true"), statementOf("D is so.", "false"), statementOf("E is so.", "false")), sheet(statementOf("The essay says “nobody”.", "true"))},
	},
	"T2": {
		[]string{sheet(table("Oda | sat", "writer | measured")), sheet(table("took it | June", "sat there | Oda Lindqvist", "wrote | Signe Aune", " | 1921"))},
		[]string{sheet(table("Oda | sat", "writer | measured", " | sang")), sheet(table("Oda | sat", "Ann | sat", "writer | measured")), sheet(table("June | back", "March | gone", " | sold"))},
	},
	"T3": {
		[]string{sheet("### G\n\nThe [[board]] took the [[bench]] from the [[landing]].\n\n**Extra:** boat, oar\n"), sheet("### G\n\n[[Oda]] sat by the [[water]].\n\n**Extra:** boat, oar\n"), sheet("### G\n\nShe had a [[tape]] and some [[string]].\n\n**Extra:** boat, oar\n"), sheet("### G\n\nThe [[board]] took the [[bench]].\n")},
		[]string{sheet("### G\n\nThe [[board]] took the [[bench]]. The [[landing]] was bare.\n\n**Extra:** boat, oar\n"), sheet("### G\n\nIn spring the [[board]] came.\n"), sheet("### G\n\nShe had [[a tape]] and some [[string]].\n\n**Extra:** a boat, an oar\n")},
	},
	"T4": {
		[]string{sheet("### Steps {.ordering}\n\nNumber them.\n\n1. The bench goes. {pin}\n2. The ramp is measured. {pin}\n3. The bench returns. {pin}\n"), sheet("### Steps {.ordering}\n\nNumber them.\n\n1. The bench goes. {pin}\n2. The bench returns.\n")},
		[]string{sheet("### Steps {.ordering}\n\nNumber them.\n\n1. The bench goes. {pin}\n2. The ramp is measured.\n3. The bench returns.\n"), sheet("### Steps {.ordering}\n\nNumber them.\n\n1. The bench goes.\n2. The bench returns.\n"), sheet("### Which came first?\n\n- [x] the bench {pin}\n- [ ] the tape {pin}\n  - It tempts.\n")},
	},
	"L2": {
		[]string{sheet("### Why did it go? {lines=1}\n\n**Answer:** It went because the board thought that carts could not pass beside it.\n")},
		[]string{sheet("### Why did it go? {lines=2}\n\n**Answer:** It went because the board thought that carts could not pass beside it.\n"), sheet("### Why did it go?\n\n**Answer:** It went because the board thought that carts could not pass beside it.\n"), sheet("### Why did it go? {lines=0}\n\n**Answer:** It went because the board thought that carts could not pass beside it.\n")},
	},
	"T5": {
		[]string{sheet(twoParts("  - Supports: B\n", "  - Supports: A\n")), sheet(twoParts("  - Supports: A\n", "  - It tempts.\n"))},
		[]string{sheet(twoParts("  - Supports: A\n", "  - Supports: B\n")), sheet(item("Who sat there?", "*Oda", "Ann")), sheet(statementOf("Oda sat there.", "true"))},
	},
	"D1": {
		[]string{circle("Is the board fair?"), circle("In {{ref \"taken\"}}, does the board explain itself?")},
		[]string{circle("Is the board fair or only quick?"), circle("Is the board fair? Why or why not?"), circle("What is fair?"), sheet(open("dok=2", "Is the board fair?"))},
	},
	"D2": {
		[]string{circle("What does the board fear? Who pays?"), circle("What does the board fear and who pays?")},
		[]string{circle("What does the board fear? Why?"), circle("What does the board fear, and why?"), circle("What does the board owe (a) to Oda? (b) to the writer?"), circle("Who carries carts and bags?")},
	},
	"D3": {
		[]string{circle("Don't you think that this is unfair?"), circle("Why is it clearly wrong?"), circle("The board was rude, wasn't it?")},
		[]string{circle("How clearly does the board speak?"), circle("Who says {{quote \"In March\"}} and “surely”?"), circle("What would you not say here?"), circle("Which word says most clearly what the board wants?")},
	},
	"D4": {
		[]string{circle("Why is the board so shameful here?"), with("loaded: [grab]", circle("What did the grab cost?")), with("accused: [Halvard Moe]", circle("Why did the corrupt Moe leave?"))},
		[]string{circle("Who calls the board “shameful”?"), with("loaded: [grab]", circle("What did the graben cost?")), with("accused: [Halvard Moe]", circle("What changes if Moe is guilty?")), with("accused: [Halvard Moe]", circle("Why did the corrupt board leave?"))},
	},
	"D5": {
		[]string{circleOf("dok=2", "What is fair?")},
		[]string{circleOf("passage=taken", "What is fair?"), circleOf("dok=2", "What is fair in ¶3?"), "# Seminar\n\n## Closing\n\n### N\n\nWhat is fair?\n"},
	},
	"D6": {
		[]string{circle("What is the main idea of the text?"), sheet(open("dok=2", "What did you learn?"))},
		[]string{circle("What is the main idea of {{ref \"taken\"}}?"), circle("What did you learn of ramps, carts, boats, benches and railings from it?"), sheet(item("What is the main idea here?", "*waiting", "rowing", "singing"))},
	},
	"D7": {
		[]string{circleOf("passage=taken", "What is fair?"), circleOf("passage=taken", "What is fair?", "**Positions:**\n\n- This: {{cite \"In March\"}}.\n- That.")},
		[]string{circle("What is fair?"), circleOf("passage=taken", "What is fair?", "**Positions:**\n\n- This: ¶3.\n- That: ¶4."), "# Seminar\n\n## Opening\n\n### N {passage=taken}\n\nWhat is fair?\n"},
	},
	"D8": {
		[]string{circle(strings.Repeat("the board and the carts and ", 8) + "what is fair?")},
		[]string{circle("“" + strings.Repeat("the board and the carts and ", 8) + "” is said by whom?"), circle("What is fair? " + strings.Repeat("the board and the carts and ", 8) + "nothing.")},
	},
	"D9": {
		[]string{circleOf("passage=taken", "What is fair?"), circleOf("passage=taken", "What is fair?", "**Probes:**\n\n- Clarify: what?\n- Evidence: where?")},
		[]string{circle("What is fair?"), "# Seminar\n\n## Opening\n\n### N {passage=taken}\n\nWhat is fair?\n"},
	},
	"D10": {
		[]string{circle("As a Mexican, how do you see the board?"), circle("What would your people say?")},
		[]string{circle("How would it look as a Mexican newspaper might tell you?"), circle("As a reader, what do you miss?"), circle("How did she do as an Italian?")},
	},
	"D11": {
		[]string{opinionOf(open("skill=sourcing", "Who?")), sheet(open("stance=tests-author", "A?"), open("stance=tests-author", "B?"), open("stance=tests-author", "C?"), open("stance=supports-author", "D?"))},
		[]string{opinionOf(open("skill=sourcing", "Who?"), open("skill=best-case", "Why?"), open("skill=counterargument", "But?")), sheet(open("skill=tone", "Who?")), sheet(open("stance=tests-author", "A?"), open("stance=tests-author", "B?"), open("stance=neutral", "C?"), open("stance=supports-author", "D?"))},
	},
	"D12": {
		[]string{sheet(open("passage=taken kind=evaluative", "Is it fair?"), open("passage=taken kind=factual", "What went?"))},
		[]string{sheet(open("passage=taken kind=factual", "What went?"), open("passage=taken kind=evaluative", "Is it fair?")), sheet(open("passage=taken kind=evaluative", "Is it fair?"), open("passage=measured kind=factual", "What went?"))},
	},
	"D13": {
		[]string{sheet(open("passage=taken", "What went?"))},
		[]string{sheet(open("dok=1", "What of ¶1–8?")), sheet(open("dok=1", "What of ¶1, ¶2, ¶3, ¶4?"), open("dok=1", "What of ¶5, ¶6, ¶7 and ¶8?"))},
	},
	"D14": {
		[]string{sheet("### G {dok=3}\n\nShe had [[a tape]].\n"), circleOf("passage=taken dok=1", "What?"), sheet(itemOf(" {kind=evaluative}", "Is it fair?", "*no", "yes"))},
		[]string{sheet("### G {dok=2}\n\nShe had [[a tape]].\n"), circleOf("passage=taken dok=3", "What?"), sheet(itemOf(" {kind=interpretive dok=3}", "Is it fair?", "*no", "yes"))},
	},
}

// pinned writes items whose right answers stand where they are told to.
func pinned(at ...int) []string {
	var out []string
	for i, right := range at {
		s := "### Question " + string(rune('a'+i)) + " about it?\n\n"
		for k := range 3 {
			mark := " "
			if k == right {
				mark = "x"
			}
			s += "- [" + mark + "] " + [...]string{"red", "green", "blue"}[k] + " {pin}\n"
		}
		out = append(out, s+"\n")
	}
	return out
}

func opinionOf(prompts ...string) string {
	return strings.Replace(header, "genre: report", "genre: opinion essay", 1) + sheet(prompts...)
}

func TestRules(t *testing.T) {
	for _, rule := range Rules {
		c, ok := cases[rule.Code]
		if rule.Code == "S5" || rule.Code == "L1" {
			continue // of documents and of pages: tested with compose and typeset
		}
		if !ok || len(c.trips) < 1 || len(c.misses) < 2 {
			t.Errorf("%s needs a case that trips it, and two that don't", rule.Code)
			continue
		}
		for want, texts := range map[bool][]string{true: c.trips, false: c.misses} {
			for _, text := range texts {
				if !strings.HasPrefix(text, "---") {
					text = header + text
				}
				l, all := load(t, lessonFiles(text), "test")
				if rule.run != nil && all.Stops() {
					t.Fatal(printed(t, all.Sorted()))
				}
				Run(l, Options{Strict: true}, all)
				found := all.Sorted()
				if got := slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == rule.Code }); got != want {
					t.Errorf("%s: found: %v, want %v, in\n%s\n%s", rule.Code, got, want, text[strings.LastIndex(text, "\n# "):], printed(t, found))
				}
			}
		}
	}
}

func TestExplanations(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules {
		if seen[r.Code] || Named(strings.ToLower(r.Code)).Code != r.Code {
			t.Errorf("%s stands twice, or isn't found", r.Code)
		}
		seen[r.Code] = true
		if r.Title == "" || r.Why == "" || r.Before == "" || r.After == "" || r.Source == "" {
			t.Errorf("%s is not explained", r.Code)
		}
		if !slices.Contains([]string{"none", "low", "med", "high"}, r.Risk) {
			t.Errorf("%s has the risk %q", r.Code, r.Risk)
		}
		if (r.Severity == diag.Note || r.Risk == "high") != r.Strict {
			t.Errorf("%s: notes, and rules that are often wrong, are strict, and no others", r.Code)
		}
	}
	if Named("X9") != nil {
		t.Error("X9 is a rule")
	}
}

func TestLanguage(t *testing.T) {
	body := sheet(item("Which of the following is true?", "Age.", "Cost.", "*All of the above."))
	codes := func(text string, o Options) string {
		var out []string
		for _, f := range checked(t, text, o) {
			out = append(out, f.Code)
		}
		return strings.Join(out, " ")
	}
	if got := codes(header+body, Options{}); got != "M18 M3" {
		t.Errorf("in English: %s", got)
	}
	if got := codes(with("lang: es", body), Options{}); got != "language" {
		t.Errorf("in Spanish: %s", got)
	}
	other := sheet(itemOf(" {lang=es}", "Which of the following is true?", "Age.", "Cost.", "*All of the above."))
	if got := codes(header+other, Options{}); got != "" {
		t.Errorf("a prompt in Spanish: %s", got)
	}
}

// A finding points to the very words, in whatever way they were typed.
func TestPlaces(t *testing.T) {
	body := sheet(item("What did \"they\" -- the *board's* men -- do?", "They \"always\" sang -- and always didn't \\*stop\\*.", "*They sat.", "They... never came."))
	for _, f := range checked(t, header+body, Options{}) {
		if f.Code == "M6" {
			if f.At.String() != "always" || !strings.HasSuffix(f.At.Text.Body[:f.At.Start], "-- and ") {
				t.Errorf("it points to %q", f.At)
			}
			return
		}
	}
	t.Error("no M6")
}

// TestExamples: what a rule's page shows before trips the rule, what it shows
// after doesn't. Pieces are put where they belong; pages that say in words what
// a lesson does are left out.
func TestExamples(t *testing.T) {
	inWords := []string{"S3b", "S4", "S6", "T3", "T5", "M20", "D5", "D7", "D9", "D11", "D12", "D13", "D8", "M19", "D4", "M21", "L2"}
	for _, rule := range Rules {
		if rule.run == nil || slices.Contains(inWords, rule.Code) {
			continue
		}
		for want, example := range map[bool]string{true: rule.Before, false: rule.After} {
			example, _, _ = strings.Cut(example, "\n\nOr, ")
			var text string
			switch {
			case rule.Code[0] == 'D' && rule.Code != "D14":
				text = circle(example)
			case strings.HasPrefix(example, "- ["):
				text = sheet("### What does the text say of it?\n\n" + example)
			case strings.HasPrefix(example, "1."):
				text = sheet("### Steps {.ordering}\n\nNumber them.\n\n" + example)
			case strings.HasPrefix(example, "|"):
				text = sheet("### Match {.matching}\n\nMatch them.\n\n" + example)
			case strings.Contains(example, "{.true-false}"):
				text = sheet(example + "\n\n**Answer:** true")
			case rule.Code[0] == 'M' && !strings.Contains(example, "- ["):
				text = sheet(example + "\n\n- [x] the sexton\n- [ ] the mayor\n- [ ] the chair\n")
			default:
				text = sheet(example)
			}
			found := checked(t, header+text, Options{Strict: true})
			if got := slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == rule.Code }); got != want {
				t.Errorf("%s: found: %v, want %v, in its own example\n%s", rule.Code, got, want, text)
			}
		}
	}
}
