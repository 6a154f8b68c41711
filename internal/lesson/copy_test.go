package lesson

import (
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/lineation"
	"quire/internal/passage"
)

// Every way in which a teacher's copy differs, with what the teacher reads.
func TestCopy(t *testing.T) {
	m := locked(t)
	whole := ferry(t)
	third := lineation.Of(whole).Blocks[2].First
	paragraphs := strings.Split(bodyOf(whole), "\n\n")
	change := func(old, new string) *essay.Essay {
		return essayOf(t, strings.Replace(bodyOf(whole), old, new, 1))
	}
	const all = "all 5 passages are the same as the author's"
	for _, c := range []struct {
		name           string
		essay          *essay.Essay
		same           bool
		differ, parted []int
		agree          int    // lines; -1 for all of them
		message        string // of the finding
		summary        string
		errors         int
	}{
		{"the same", whole, true, nil, nil, -1, "", "every paragraph has the author's words, and so have all passages", 0},
		{"typed otherwise", change("1998 — “we", "1998--\"we"), true, nil, nil, -1, "", "every paragraph has the author's words, and so have all passages", 0},
		{"another word", change("sees fill none", "sees fill nine"), false, []int{3}, nil, -1,
			"your copy differs in ¶3; all line numbers agree",
			"4 of 5 passages are the same as the author's; 1 is changed in a few words (“two”, ¶3–4)", 0},
		{"a longer paragraph", change("fills one seat.", "fills one seat. "+strings.Repeat("She fills it well. ", 10)), false, []int{3}, nil, third - 1,
			"your copy differs in ¶3; line numbers agree to line 6",
			"4 of 5 passages are the same as the author's; 1 is changed in a few words (“two”, ¶3–4)", 0},
		{"a paragraph more", essayOf(t, bodyOf(whole)+"\n\nSubscribe now."), false, []int{6}, nil, 15,
			"your copy differs in ¶6; your copy has 6 paragraphs where the author's has 5; line numbers agree to line 15", all, 0},
		{"a paragraph less", essayOf(t, strings.Join(paragraphs[1:], "\n\n")), false, nil, nil, 0,
			"your copy lacks ¶1 of the author's 5 paragraphs; no line numbers agree", all, 0},
		{"a deck before it", essayOf(t, "What a boat is for, and who pays.\n\n"+bodyOf(whole)), false, []int{1}, nil, 0,
			"your copy differs in ¶1; your copy has 6 paragraphs where the author's has 5; no line numbers agree", all, 0},
		{"a paragraph parted in two", change("a count of needs. ", "a count of needs.\n\n"), false, nil, []int{3, 4}, 6,
			"your copy has the author's words in 6 paragraphs instead of 5 (see ¶3 and ¶4); line numbers agree to line 6",
			all, 0},
		{"two paragraphs made one", essayOf(t, paragraphs[0]+" "+strings.Join(paragraphs[1:], "\n\n")), false, nil, []int{1}, 0,
			"your copy has the author's words in 4 paragraphs instead of 5 (see ¶1); no line numbers agree", all, 0},
		{"two that are named made one", change("the island.\n\n", "the island. "), false, nil, []int{3}, 6,
			"your copy has the author's words in 4 paragraphs instead of 5 (see ¶3); line numbers agree to line 6",
			"4 of 5 passages are the same as the author's; 1 is changed (“teacher”, ¶3)", 0},
		{"a paragraph that others name rewritten", change(paragraphs[3], "Inés Peña, who keeps the school, agrees that fuel is dear, and would rather see two boats than one empty boat."), false, []int{4}, nil, 9,
			"your copy differs in ¶4; line numbers agree to line 9",
			"3 of 5 passages are the same as the author's; 2 are not in this copy (“teacher”, “two”)", 3},
		{"in another order", essayOf(t, strings.Join([]string{paragraphs[0], paragraphs[2], paragraphs[1], paragraphs[3], paragraphs[4]}, "\n\n")), false, nil, nil, 3,
			"your copy has its paragraphs in another order; line numbers agree to line 3",
			"4 of 5 passages are the same as the author's; 1 is changed (“two”, ¶2–4)", 0},
	} {
		d, findings := read(t, m)
		before := len(findings.Sorted())
		l := d.Resolve(c.essay, Options{}, findings)
		got := l.Copy
		if c.agree < 0 {
			c.agree = lineation.Of(c.essay).Total
		}
		if !got.Compared || got.Other || got.Same != c.same || !slices.Equal(got.Paragraphs, c.differ) || !slices.Equal(got.Parted, c.parted) || got.LinesAgree != c.agree {
			t.Errorf("%s: %+v", c.name, got)
		}
		message := ""
		for _, f := range findings.Sorted()[before:] {
			if f.Code == "copy" {
				message = f.Message
			}
		}
		if message != c.message {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, message, c.message)
		}
		if s := got.Summary(); s != c.summary {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, s, c.summary)
		}
		if n := findings.Count(diag.Error); n != c.errors {
			t.Errorf("%s: %d errors: %s", c.name, n, printed(t, findings))
		}
	}
}

// One error says that a text is another essay; a damaged copy is not one.
func TestAnotherEssay(t *testing.T) {
	m := locked(t)
	body := bodyOf(ferry(t))
	for _, c := range []struct {
		name, body, want string
	}{
		{"another", "A clock stood on the mill.\n\nNobody wound it.", "this doesn't look like the essay of the lesson, “Four Passengers”: none of its 2 paragraphs begins as one of the lesson's does"},
		{"another that begins alike", "The last ferry was a song.\n\nIt had no words.\n\nWe sang it.\n\nOn Sundays.", "this doesn't look like the essay of the lesson, “Four Passengers”: of the lesson's 5 paragraphs only 1 begins as one of these does"},
		{"some words are others", strings.NewReplacer("seats", "places", "ferry", "boat", "island", "isle").Replace(body), ""},
		{"a part of it", strings.Join(strings.Split(body, "\n\n")[2:4], "\n\n"), ""},
		{"one paragraph of it all", strings.ReplaceAll(body, "\n\n", " "), ""},
		{"a paragraph for each sentence", strings.ReplaceAll(body, ". ", ".\n\n"), ""},
	} {
		d, findings := read(t, m)
		before := len(findings.Sorted())
		l := d.Resolve(essayOf(t, c.body), Options{}, findings)
		var errors []string
		for _, f := range findings.Sorted()[before:] {
			if f.Severity == diag.Error && (f.Code == "copy" || c.want != "") {
				errors = append(errors, f.Message)
			}
		}
		if got := strings.Join(errors, "\n"); got != c.want || l.Copy.Other != (c.want != "") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What is held of another essay stays far from what is held of the right one
// in a bad copy.
func TestKinOfAnotherEssay(t *testing.T) {
	e := ferry(t)
	d, findings := read(t, locked(t))
	for _, c := range []struct {
		name        string
		essay       *essay.Essay
		least, most float64
	}{
		{"itself", e, 1, 1},
		{"in a paragraph for each sentence", essayOf(t, strings.ReplaceAll(bodyOf(e), ". ", ".\n\n")), 0.9, 1},
		{"another", essayOf(t, "A bridge is not a boat, and the council has a point of its own."), 0, 0.1},
	} {
		k := kin(d.Lock, c.essay, passage.NewIndex(c.essay))
		if k.held < c.least || k.held > c.most || k.opened < c.least || k.opened > max(c.most, 0.2) {
			t.Errorf("%s: %+v", c.name, k)
		}
	}
	if findings.Count(diag.Error) > 0 {
		t.Error(printed(t, findings))
	}
}
