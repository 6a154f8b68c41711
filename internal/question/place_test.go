package question

import (
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
)

// tied reads a prompt whose {{cite "words"}} and {{quote "words"}} have become
// what they stand for, all of them on lines 9 and 10.
func tied(t *testing.T, src string) *Item {
	t.Helper()
	var findings diag.List
	s := section(t, src, &findings)
	place := document.Place{FirstParagraph: 2, LastParagraph: 2, FirstLine: 9, LastLine: 10}
	tie := func(in document.Inline) []document.Inline {
		call, ok := in.(document.Call)
		if !ok {
			return []document.Inline{in}
		}
		quote := document.Quotation{Place: place, Words: call.Arguments[0].Value}
		if call.Name == "quote" {
			return []document.Inline{quote}
		}
		return []document.Inline{quote, inline(" ("), document.Reference{Place: place, Words: "lines\u00a09–10"}, inline(")")}
	}
	s.Blocks = document.Rewrite(s.Blocks, nil, tie)
	for i := range s.Fields {
		s.Fields[i].Blocks = document.Rewrite(s.Fields[i].Blocks, nil, tie)
	}
	it := Read(s, nil, "Worksheet", &findings)
	if got := told(&findings); len(got) > 0 {
		t.Fatal(got)
	}
	return it
}

func TestPlaces(t *testing.T) {
	cases := []struct{ name, src, want string }{
		{"reason is a citation", "### Q?\n\n- [x] The lights might fail.\n  - {{cite \"should ever fail\"}}.\n- [ ] No.\n  - Tempts.\n",
			"answer: **A~ The lights might fail.**~~ *<lines~9–10>: “should ever fail”*\nreason: **B**~Tempts.\n"},
		{"reason is a quotation", "### Q?\n\n- [x] Fail.\n  - {{quote \"ever fail\"}}\n- [ ] No.\n",
			"answer: **A~ Fail.**~~ *<lines~9–10>: “ever fail”*\n"},
		{"reason has one", "### Q?\n\n- [x] Fail.\n  - He says {{cite \"fail\"}}.\n- [ ] No.\n",
			"answer: **A~ Fail.**~~ *<lines~9–10>*\nreason: **A**~He says “fail” (<lines~9–10>).\n"},
		{"option has one", "### Q?\n\n- [x] {{cite \"fail\"}}\n  - So he says.\n- [ ] No.\n",
			"answer: **A~ “fail” (<lines~9–10>)**\nreason: **A**~So he says.\n"},
		{"answer", "### Q?\n\n**Answer:** He says so.\n\n**Accept:** {{cite \"fail\"}}\n",
			"answer: **He says so.**~~ *<lines~9–10>*\nreason: **Accept:**~“fail” (<lines~9–10>)\n"},
		{"answer has it", "### Q?\n\n**Answer:** {{cite \"fail\"}}\n", "answer: **“fail” (<lines~9–10>)**\n"},
		{"correction", "### S. {.true-false}\n\n**Answer:** false\n\n**Correction:** {{quote \"It is.\"}}\n",
			"answer: **False.**~~ *<lines~9–10>*\nreason: **Correction:**~“It is.”\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := dump(tied(t, c.src).Key.Teacher(nil)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestLongAnswers(t *testing.T) {
	it, _ := read(t, "### Q?\n\n**Answer:** One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen.\n\nAnd more.\n\n**Reject:**\n\n- no\n- neither\n", "Worksheet")
	want := "answer: **Model answer**\nreason: One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen.\nreason: And more.\nreason: **Reject:**~no; neither\n"
	if got := dump(it.Key.Teacher(nil)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestPointsRule(t *testing.T) {
	for points, want := range map[int]string{
		-1: "Full credit for both parts, half for Part A alone, none for Part B alone.",
		2:  "2 points for both; 1 point for Part A alone; 0 for Part B alone.",
		4:  "4 points for both; 2 points for Part A alone; 0 for Part B alone.",
	} {
		if got := (twoPartKey{points: points}).rule(); got != want {
			t.Errorf("%d: %s", points, got)
		}
	}
}
