package typeset_test

import (
	"strings"

	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lineation"
)

// The samples are documents of every sort, with a short essay of our own.

var lanternText = []string{
	"The harbour at Old Quay has kept a lantern burning since a night in 1871 when eleven boats came home without one. Nobody living has steered by it. The pilots have their charts on glass, the ferry follows a signal from the sky, and the fishermen, who are three, say that they could find the mouth of the river with their eyes shut and sometimes do.",
	"Each spring the town council asks whether the lantern should be put out, and each spring it decides that this is not the year. I sat through four of these debates. The first reason given is always safety; the second is the memory of the drowned; the third, which comes late and is mumbled, is that visitors like it. It seems to me that they have it the wrong way round—the order in which we give our reasons is often the opposite of the order in which we hold them.",
	"Consider the oil. It costs the town what it would cost to keep the library open on Saturdays. “A light is a promise,” the harbourmaster told me, and he is a serious man whom I would not like to contradict in a boat. But a promise is made to somebody, and I asked him to whom. He thought for some time. He said that it was made to anyone who might come.",
	"That is a better reason than the other three, and no one had offered it to the council. We keep some things going not for those who use them but for those who could. A library on Saturdays is, I think, one of those things. So is a lantern. The question that the council should have put to itself, in any spring since 1871, is not whether we can afford a promise but which of our promises we would be ashamed to hear read aloud.",
}

func sampleEssay() document.Essay {
	e := &essay.Essay{}
	for i, t := range lanternText {
		e.Blocks = append(e.Blocks, essay.Block{Kind: essay.Paragraph, Number: i + 1, Text: t})
	}
	lines := lineation.Of(e)
	out := document.Essay{Numbers: true, Side: sampleSide()}
	for i, b := range e.Blocks {
		text := document.Words(b.Text)
		if before, after, ok := strings.Cut(b.Text, "might"); ok {
			text = []document.Inline{document.Text{Words: before}, document.Emph{Inlines: document.Words("might")}, document.Text{Words: after}}
		}
		out.Paragraphs = append(out.Paragraphs, document.EssayParagraph{
			Number: b.Number, Text: text, FirstLine: lines.Blocks[i].First, LineStarts: lines.Blocks[i].Starts,
		})
	}
	return out
}

func sampleSide() []document.Panel {
	gloss := func(word, line, means string) document.Block {
		return document.Paragraph{Text: []document.Inline{
			document.Strong{Inlines: document.Words(word)}, document.Text{Words: " (" + line + ") "},
			document.LineBreak{}, document.Text{Words: means},
		}}
	}
	sign := func(s, means string) []document.Inline {
		return []document.Inline{document.LineBreak{}, document.Strong{Inlines: document.Words(s)}, document.Text{Words: " " + means}}
	}
	job := document.Words("Mark in this margin")
	job = append(job, sign("C", "a claim")...)
	job = append(job, sign("E", "evidence for it")...)
	job = append(job, sign("?", "something you doubt")...)
	return []document.Panel{
		{Title: document.Words("As you read"), Blocks: []document.Block{document.Paragraph{Text: job}}},
		{Title: document.Words("Words"), Blocks: []document.Block{
			gloss("pilots", "line 3", "those who guide ships into a harbour"),
			gloss("council", "line 6", "the people chosen to run a town"),
		}},
	}
}

func options(shape document.Shape, texts ...string) document.Options {
	o := document.Options{Shape: shape}
	for i, t := range texts {
		o.Items = append(o.Items, document.Option{Label: string(rune('A' + i)), Text: document.Words(t)})
	}
	return o
}

func para(s string) document.Paragraph { return document.Paragraph{Text: document.Words(s)} }

func section(title, directions string) []document.Block {
	return []document.Block{
		document.Heading{Level: 2, Text: document.Words(title)},
		document.Paragraph{Style: document.Directions, Text: document.Words(directions)},
	}
}

func sampleWorksheet() *document.Document {
	ref := func(words string, line int) document.Inline {
		return document.Reference{Words: words, Place: document.Place{FirstParagraph: 1, LastParagraph: 1, FirstLine: line, LastLine: line}}
	}
	d := &document.Document{
		Name: "worksheet", Title: "A Light for No One", Lang: "en", Author: "M. Teacher",
		Footer: document.Footer{Form: "Form A", Source: []document.Inline{
			document.Emph{Inlines: document.Words("A Light for No One")}, document.Text{Words: " · I. Marlow, 2024"},
		}},
		Blocks: []document.Block{
			document.Fields{Fields: []document.FieldLine{{Label: "Name", Share: 0.6, Slot: "name"}, {Label: "Date", Share: 0.22}, {Label: "Period", Share: 0.18}}},
			document.Heading{Level: 1, Text: document.Words("A Light for No One")},
			document.Paragraph{Style: document.Byline, Text: []document.Inline{
				document.Text{Words: "I. Marlow · "}, document.Emph{Inlines: document.Words("The Estuary Review")}, document.Text{Words: " · May 2024 · opinion essay"},
			}},
			document.Paragraph{Style: document.Question, Text: document.Words("When something is kept for nobody in particular, who has the right to put it out?")},
			sampleEssay(),
		},
	}
	d.Blocks = append(d.Blocks, section("Before you read", "Look only at the title, the author’s line and the source.")...)
	d.Blocks = append(d.Blocks, document.Prompt{Number: 1, ID: "title", Points: "2 points", Blocks: []document.Block{
		document.Paragraph{Text: []document.Inline{document.Text{Words: "Which word in the title already takes a side? What would you want to know about the author before you trust the debates in "}, ref("¶2", 5), document.Text{Words: "?"}}},
		document.AnswerLines{Lines: 2},
	}})
	d.Blocks = append(d.Blocks, section("Close reading", "Answer from the text. Quote the words that you rely on, with their line.")...)
	d.Blocks = append(d.Blocks,
		document.Prompt{Number: 2, ID: "reason", Points: "2 points", Blocks: []document.Block{
			document.Paragraph{Text: []document.Inline{document.Text{Words: "According to "}, ref("lines\u00a06–9", 6), document.Text{Words: ", which reason is given last?"}}},
			options(document.Bubble, "That boats are safer with a light.", "That visitors enjoy seeing it.", "That it remembers those who drowned in the great storm of that year, and all those who have been lost in the river’s mouth since."),
		}},
		document.Prompt{Number: 3, ID: "order", Points: "2 points", Blocks: []document.Block{
			document.Paragraph{Text: []document.Inline{document.Strong{Inlines: document.Words("Part A.")}, document.Text{Words: " What does the author suggest about the order of the reasons?"}}},
			options(document.Bubble, "It is the order of the council’s agenda.", "The one that counts most is said last.", "They grow weaker as time runs out."),
			document.Paragraph{Text: []document.Inline{document.Strong{Inlines: document.Words("Part B.")}, document.Text{Words: " Which words best support your answer to Part A?"}}},
			options(document.Bubble, "“comes late and is mumbled” (line 8)", "“this is not the year” (line 6)", "“I sat through four” (line 7)"),
		}},
		document.Prompt{Number: 4, ID: "fix", Points: "2 points", Blocks: []document.Block{
			para("The harbourmaster cannot say for whom the light is kept."),
			document.Options{Inline: true, Items: []document.Option{{Label: "T", Text: document.Words("True")}, {Label: "F", Text: document.Words("False")}}},
			document.AnswerLines{Lines: 1, Label: "Correction"},
		}},
		document.Prompt{Number: 5, ID: "match", Points: "4 points", Blocks: []document.Block{
			para("Match each phrase with the work that it does in the argument. One job is left over."),
			document.Matching{
				Left: []document.Option{
					{Label: "1", Text: document.Words("“who are three” (line 4)")}, {Label: "2", Text: document.Words("“Consider the oil” (line 12)")},
					{Label: "3", Text: document.Words("“a serious man” (line 14)")}, {Label: "4", Text: document.Words("“I think” (line 20)")},
				},
				Right: []document.Option{
					{Label: "a", Text: document.Words("concedes that the other side has a point")}, {Label: "b", Text: document.Words("makes the reader smile at how few are left")},
					{Label: "c", Text: document.Words("opens an argument about cost")}, {Label: "d", Text: document.Words("admits that it is only a view")}, {Label: "e", Text: document.Words("offers a figure as proof")},
				},
			},
		}},
		document.Prompt{Number: 6, ID: "cloze", Points: "3 points", Blocks: []document.Block{
			document.Paragraph{Style: document.Bank, Text: document.Words("promise · harbour · council · oil · memory")},
			document.Paragraph{Text: []document.Inline{
				document.Text{Words: "The author compares the lantern to a "}, document.Blank{Number: 1, Width: 30}, document.Text{Words: " and asks to whom it is made. The "},
				document.Blank{Number: 2, Width: 30}, document.Text{Words: " has never asked that question; it has only counted what the "}, document.Blank{Number: 3, Width: 30}, document.Text{Words: " costs."},
			}},
		}},
		document.Prompt{Number: 7, ID: "order2", Points: "3 points", Blocks: []document.Block{
			para("Number the steps of the argument in the order in which the author takes them."),
			options(document.Write, "Some things are kept for those who could use them.", "The light costs as much as a library.", "The council’s reasons are given in the wrong order."),
		}},
		document.Prompt{Number: 8, ID: "several", Points: "2 points", Blocks: []document.Block{
			para("Which two of these does the author say of the harbourmaster?"),
			options(document.Box, "He is serious.", "He is at home in a boat.", "He dislikes visitors.", "He put the light out once."),
		}},
		document.Prompt{Number: 9, ID: "write", Points: "6 points", Blocks: []document.Block{
			para("In one paragraph: is “anyone who might come” a good answer to the author’s question? Make a claim, give evidence from the essay, and explain how it supports your claim."),
			document.AnswerLines{Lines: 8},
		}},
	)
	return d
}

func sampleKey() *document.Document {
	answer := func(a, place string) document.Block {
		return document.Paragraph{Style: document.Answer, Text: []document.Inline{
			document.Strong{Inlines: document.Words(a)}, document.Text{Words: "\u00a0\u00a0 "}, document.Emph{Inlines: document.Words(place)},
		}}
	}
	reason := func(parts ...string) document.Block {
		p := document.Paragraph{Style: document.Reason}
		for i, s := range parts {
			if i%2 == 0 {
				p.Text = append(p.Text, document.Strong{Inlines: document.Words(s)})
			} else {
				p.Text = append(p.Text, document.Text{Words: s})
			}
		}
		return p
	}
	cell := func(s string) document.Cell { return document.Cell{Text: document.Words(s)} }
	return &document.Document{
		Name: "key", Title: "Key", Lang: "en", Audience: document.Teacher,
		Footer: document.Footer{Form: "Form A", Source: document.Words("A Light for No One · I. Marlow, 2024")},
		Blocks: []document.Block{
			document.Heading{Level: 1, Text: document.Words("Key")},
			document.Paragraph{Style: document.Byline, Text: document.Words("A Light for No One · Form A · 24 points · 40 minutes")},
			document.Table{Head: []document.Cell{cell("Form"), cell("2"), cell("3"), cell("4"), cell("5")}, RowHeads: true,
				Rows: [][]document.Cell{{cell("A"), cell("B"), cell("A: B, B: A"), cell("F"), cell("1 b, 2 c, 3 a, 4 d")}, {cell("B"), cell("C"), cell("A: A, B: C"), cell("F"), cell("1 c, 2 a, 3 b, 4 e")}}},
			document.Prompt{Number: 2, Points: "2", Blocks: []document.Block{answer("B  That visitors enjoy seeing it.", "line 9: “visitors like it”"), reason("A", " tempts whoever stops at the first reason (line 8). ", "C", " is the second (line 8).")}},
			document.Prompt{Number: 3, Points: "2", Blocks: []document.Block{answer("A: B    B: A", "line 8"), reason("", "2 points for both; 1 for Part A alone; 0 for Part B alone. ", "A: C", " tempts a reader who takes “late” for “weakest”; the text says the opposite of that in the very next sentence, and says it plainly.")}},
			document.Prompt{Number: 9, Points: "6", Blocks: []document.Block{answer("A claim, two quotations, and a link between them.", "¶3–4"), reason("Accept", " any claim that says to whom a promise may be made. ", "Reject", " a summary of the debate."),
				document.BlockQuote{Blocks: []document.Block{para("A model: The answer is good because a promise need not name the one who will rely on it. The harbourmaster makes it “to anyone who might come” (line 16).")}},
				document.List{Items: []document.Item{{Blocks: []document.Block{para("4: claim, evidence, reasoning, all three clear")}}, {Blocks: []document.Block{para("2: claim and evidence, no link")}}}}}},
		},
	}
}

// sampleMore has what the other samples lack.
func sampleMore() *document.Document {
	cell := func(s string) document.Cell { return document.Cell{Text: document.Words(s)} }
	long := document.Table{Caption: "Places", Head: []document.Cell{cell("¶"), cell("Begins"), cell("Your note")}, RowHeads: true}
	for i := range 40 {
		long.Rows = append(long.Rows, []document.Cell{cell("¶" + string(rune('1'+i%9))), cell("The harbour at"), cell("")})
	}
	return &document.Document{
		Name: "more", Title: "More", Lang: "en",
		Footer: document.Footer{Source: document.Words("A Light for No One")},
		Blocks: []document.Block{
			document.Heading{Level: 1, Text: document.Words("Handout"), Points: "12 points"},
			document.Heading{Level: 2, Text: document.Words("Norms"), Points: "5 minutes"},
			document.List{Ordered: true, Start: 1, Items: []document.Item{
				{Blocks: []document.Block{para("Read the sentence aloud before you say what it means, and give everyone the time to find the line that you are reading from.")}},
				{Blocks: []document.Block{para("Speak to each other, not to the teacher."), document.List{Items: []document.Item{{Task: document.Open, Blocks: []document.Block{para("I asked a question")}}, {Task: document.Ticked, Blocks: []document.Block{para("I quoted a line")}}}}}},
			}},
			document.Table{Rules: true, MinRow: 14, Head: []document.Cell{cell("Claim"), cell("Evidence, with its line"), cell("Why it counts")}, Rows: [][]document.Cell{{cell("The light is a promise"), cell(""), cell("")}, {cell(""), cell(""), cell("")}}},
			document.Panel{Title: document.Words("Your role: the harbourmaster"), Height: 30, Blocks: []document.Block{para("You keep the light and know what it costs. You may change your mind once.")}},
			document.Heading{Level: 3, Text: document.Words("Words")},
			document.BlockQuote{Blocks: []document.Block{para("“A light is a promise,” the harbourmaster told me, and he is a serious man whom I would not like to contradict in a boat.")}},
			document.Paragraph{Style: document.Notice, Text: document.Words("Printed for use in one class. Do not pass it on.")},
			document.Separator{},
			document.Prompt{Number: 1, Points: "4 points", Blocks: []document.Block{document.Table{Rules: true, MinRow: 10, Head: []document.Cell{cell("Who"), cell("What")}, Rows: [][]document.Cell{{cell("Council"), cell("")}}}, para("Fill in the table, see https://example.org/a/very/long/address/that/does/not/fit/on/one/line/of/the/measure/because/it/is/so/long.html for help.")}},
			document.Prompt{Number: 2, Points: "4 points", Blocks: []document.Block{para("Draw the harbour."), document.AnswerLines{Lines: 4, Boxed: true, Label: "Your drawing"}}},
			long,
			document.TwoUp{Blocks: []document.Block{
				document.Fields{Fields: []document.FieldLine{{Label: "Name", Share: 0.7, Slot: "name"}, {Label: "Date", Share: 0.3}}},
				document.Heading{Level: 2, Text: document.Words("Exit ticket")},
				document.Prompt{Number: 1, Blocks: []document.Block{para("Which reason would you read aloud, and to whom?"), document.AnswerLines{Lines: 3}}},
				document.Prompt{Number: 2, Blocks: []document.Block{para("How sure are you?"), document.Options{Inline: true, Items: []document.Option{{Label: "1"}, {Label: "2"}, {Label: "3"}, {Label: "4"}}}}},
			}},
		},
	}
}

// sampleReading is an essay of all its kinds of blocks, over two pages.
func sampleReading() *document.Document {
	e := &essay.Essay{Blocks: []essay.Block{
		{Kind: essay.Heading, Level: 2, Text: "The lantern"},
		{Kind: essay.Paragraph, Number: 1, Text: lanternText[0]},
		{Kind: essay.Paragraph, Number: 2, Text: lanternText[1]},
		{Kind: essay.BlockQuote, Number: 3, Text: "We have resolved, this twelfth of March, that the light upon the mole be kept in oil and wick at the charge of the town, and that no man be asked what it is for."},
		{Kind: essay.Paragraph, Number: 4, Text: lanternText[2]},
		{Kind: essay.Verse, Number: 5, Text: "The lamp that no one steers by\nis burning on the wall;\nit lights the rain, it lights the gulls, it lights the long road home for any who should call;\nit lights no boat at all."},
		{Kind: essay.Heading, Level: 3, Text: "What else we keep"},
		{Kind: essay.ListItem, Number: 6, Text: "a library on Saturdays, though three people come, and one of them, I am told, only to be out of the rain"},
		{Kind: essay.ListItem, Number: 7, Text: "a bus"},
		{Kind: essay.ListItem, Number: 8, Text: "“the bench”"},
		{Kind: essay.Paragraph, Number: 9, Text: lanternText[3]},
		{Kind: essay.Paragraph, Number: 10, Text: lanternText[1]},
		{Kind: essay.Footnote, Text: "1. The book of resolutions is kept in the town hall and may be seen on request, on any day but Saturday."},
	}}
	kinds := map[essay.Kind]document.EssayKind{
		essay.Heading: document.EssayHeading, essay.BlockQuote: document.EssayQuote, essay.Verse: document.EssayVerse,
		essay.Footnote: document.EssayNote, essay.ListItem: document.EssayItem,
	}
	lines := lineation.Of(e)
	out := document.Essay{Numbers: true, Side: sampleSide(), Notice: document.Words("Printed for one class, with leave of the author.")}
	for i, b := range e.Blocks {
		out.Paragraphs = append(out.Paragraphs, document.EssayParagraph{
			Kind: kinds[b.Kind], Level: b.Level, Number: b.Number, Text: document.Words(b.Text),
			FirstLine: lines.Blocks[i].First, LineStarts: lines.Blocks[i].Starts,
		})
	}
	return &document.Document{Name: "reading", Title: "A Light for No One", Lang: "en",
		Footer: document.Footer{Source: document.Words("I. Marlow, “A Light for No One”, The Estuary Review, May 2024, pages 12 to 19, reprinted in a very long book of essays about harbours and those who keep them, Old Quay, 2025")},
		Blocks: []document.Block{document.Heading{Level: 1, Text: document.Words("A Light for No One")}, document.Paragraph{Style: document.Byline, Text: document.Words("I. Marlow")}, out}}
}

// sampleGuide is a teacher's document with headings, lists and a clock.
func sampleGuide() *document.Document {
	cell := func(s string) document.Cell { return document.Cell{Text: document.Words(s)} }
	item := func(label, s string) document.Item {
		in := []document.Inline{document.Text{Words: s}}
		if label != "" {
			in = append([]document.Inline{document.Emph{Inlines: document.Words(label)}, document.Text{Words: " "}}, in...)
		}
		return document.Item{Blocks: []document.Block{document.Paragraph{Text: in}}}
	}
	d := &document.Document{Name: "guide", Title: "Guide", Lang: "en", Audience: document.Teacher, Blocks: []document.Block{
		document.Heading{Level: 1, Text: document.Words("A Light for No One: seminar guide")},
		document.Paragraph{Style: document.Question, Text: document.Words("When something is kept for nobody in particular, who has the right to put it out?")},
		document.Table{Head: []document.Cell{cell("Clock"), cell("What"), cell("Where")}, Rows: [][]document.Cell{
			{cell("0:00"), cell("Norms; one goal each"), cell("")}, {cell("0:03"), cell("Reread, mark two places"), cell("all")},
			{cell("0:08"), cell("1 A word that takes sides"), cell("¶1, lines 1–5")}, {cell("0:15"), cell("2 The order of the reasons"), cell("¶2, lines 6–12")},
		}},
		document.Heading{Level: 2, Text: document.Words("Core")},
	}}
	for i := range 4 {
		d.Blocks = append(d.Blocks,
			document.Heading{Level: 3, Text: document.Words([]string{"1 · The order of the reasons · 12 min", "2 · To whom? · 8 min", "3 · What else · 10 min", "4 · Aloud · 5 min"}[i])},
			document.BlockQuote{Blocks: []document.Block{para("Does the order in which someone gives reasons tell us anything about how good they are?")}},
			document.Parts{Items: []document.Part{
				{Label: "Look at", Blocks: []document.Block{para("¶2, lines 6–12: “the order in which we give our reasons is often the opposite”")}},
				{Label: "Probes", Blocks: []document.Block{document.List{Items: []document.Item{
					item("Clarify:", "which of the three reasons does the author answer, and which does he leave standing?"),
					item("Evidence:", "what in the text shows that the council was ashamed of anything?"),
					item("Other view:", "how would the harbourmaster retell this conversation, and to whom would he tell it first?"),
				}}}},
				{Label: "Listen for", Blocks: []document.Block{para("someone who notices that an order is not an argument.")}},
			}},
		)
	}
	return d
}
