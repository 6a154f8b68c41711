package question

import (
	"strings"
	"testing"

	"quire/internal/document"
)

// Every form of an organizer, and what the other types do without their tables,
// as a teacher would want to see it.
func TestForms(t *testing.T) {
	for name, src := range map[string]string{
		"t-chart": `### Two sides {.organizer form=t-chart}

What speaks for it, and what against?

| For | Against |
|---|---|
| It is loud. | [[Nobody listens.]] |
| | [[It is a quarrel about a bell.]] |
`,
		"two-column": `### Notes {.organizer form=two-column}

| What the text says | What I think |
|---|---|
`,
		"soapstone": `### Who speaks? {.organizer form=soapstone}

| SOAPSTone | Answer |
|---|---|
| Tone | [[dry]] |
| Speaker: | [[a teacher]] |
| Occasion | |
| Audience | the town |
| Purpose | [[to have the bell taken down]] |
| Subject | [[a bell]] |

**Accept:** “amused” for the tone
`,
		"soapstone-empty": "### Who speaks? {.organizer form=soapstone lines=3}\n",
		"sourcing-usual":  "### Who speaks? {.sourcing second=0}\n\nLook at the source box.\n",
		"paragraph-page":  "### Q? {.paragraph rubric=cer form=page lines=7}\n",
		"chairs": `### The bell {.controversy form=chairs lines=4}

**Proposition:** Take it down.

**For:** Nobody needs it.

**Against:** Visitors expect it.
`,
	} {
		t.Run(name, func(t *testing.T) {
			it, findings := read(t, src, "Worksheet")
			if len(findings) > 0 {
				t.Errorf("findings %q", findings)
			}
			golden(t, "form-"+name, picture(it))
		})
	}
}

// Room is shared out as the author says, and never runs out.
func TestRoomOfBoxes(t *testing.T) {
	for src, want := range map[string][]int{
		"### Q? {.paragraph rubric=cer}":                                                      {2, 4, 4},
		"### Q? {.paragraph rubric=cer lines=15}":                                             {3, 6, 6},
		"### Q? {.paragraph rubric=cer lines=1}":                                              {1, 1, 1},
		"### Q? {.paragraph rubric=cer}\n\n**Model 4:** " + strings.Repeat("word ", 135):      {3, 6, 6},
		"### Q? {.counterargument}":                                                           {3, 3, 3},
		"### Q? {.counterargument lines=12}":                                                  {4, 4, 4},
		"### Q? {.counterargument}\n\n**Answer:**\n\n- Reply: " + strings.Repeat("word ", 40): {5, 5, 5},
		"### Q? {.counterargument lines=0}":                                                   nil,
		"### Q? {.paragraph rubric=cer lines=0}":                                              nil,
	} {
		it, findings := read(t, src+"\n", "Worksheet")
		var got []int
		for _, b := range it.Sheet.Student(nil) {
			got = append(got, b.(document.Panel).Blocks[0].(document.AnswerLines).Lines)
		}
		if len(findings) > 0 || len(got) != len(want) || len(got) > 0 && [3]int(got) != [3]int(want) {
			t.Errorf("%.40q: %v, want %v; %q", src, got, want, findings)
		}
	}
}

// All rows and all boxes to fill in have the same room, whatever belongs there.
func TestRoomTellsNothing(t *testing.T) {
	long := strings.Repeat("word ", 20)
	for _, shape := range []string{
		"### Q? {.evidence-audit}\n\n| a | b |\n|---|---|\n| c | [[1]] |\n| d | [[2]] |\n",
		"### Q? {.sourcing}\n\n| a | b |\n|---|---|\n| c | [[1]] |\n| d | [[2]] |\n",
		"### Q? {.organizer form=t-chart}\n\n| a | b |\n|---|---|\n| [[1]] | [[2]] |\n",
		"### Q? {.organizer form=argument-map}\n\n- Claim: [[1]]\n  - Reason: [[2]]\n",
	} {
		seen := map[string]bool{}
		for _, answers := range [][2]string{{long, "x"}, {"x", long}} {
			it, findings := read(t, strings.NewReplacer("[[1]]", "[["+answers[0]+"]]", "[[2]]", "[["+answers[1]+"]]").Replace(shape), "Worksheet")
			if len(findings) > 0 {
				t.Fatal(findings)
			}
			seen[dump(it.Sheet.Student(nil))] = true
		}
		if len(seen) != 1 {
			t.Errorf("%.40q: the room tells where the longer answer belongs: %v", shape, seen)
		}
	}
}

// Both sides of a controversy get the same room and the same words.
func TestSidesAlike(t *testing.T) {
	const src = "### N {.controversy}\n\n**Proposition:** P.\n\n**For:** one\n\n**Against:** one\n\n**Restate:** Say it.\n"
	it, _ := read(t, src, "Worksheet")
	front, back, _ := strings.Cut(dump(it.Sheet.Student(nil)), "-- the other side\n")
	back, _, _ = strings.Cut(strings.Replace(back, "**Proposition:**~P.\n", "", 1), "[**Together")
	turn := strings.NewReplacer("Against", "For", "For", "Against", "case for", "case against", "case against", "case for")
	if turn.Replace(front) != back {
		t.Errorf("for\n%s\nagainst\n%s", front, back)
	}
}

func TestSharedRubrics(t *testing.T) {
	for _, name := range RubricNames() {
		it, findings := read(t, "### Q? {.extended rubric="+name+"}\n", "Worksheet")
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		blocks := it.Key.Teacher(nil)
		table, ok := blocks[len(blocks)-1].(document.Table)
		if !ok || len(table.Rows) != 4 {
			t.Fatalf("%s: no table of four levels: %v", name, blocks)
		}
		for _, row := range table.Rows {
			if len(row) != len(table.Head) {
				t.Errorf("%s: a row of %d cells under %d", name, len(row), len(table.Head))
			}
		}
	}
}
