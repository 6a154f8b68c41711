package build

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"quire/internal/question"
)

// secrets is a lesson whose every teacher field holds a sentinel, zqNNzq, and
// whose student text holds none.
const secrets = `---
quire: 1
title: What the town owed
author: A. Teacher
minutes: 50
accused: [Zq02zq]
loaded: [zq03zq]
essay:
  title: The Bench on Mill Lane
  rights: own
---

The brief for the teacher: zq04zq.

# Passages

## A title for teachers zq05zq {#zq06zq}

> Then the council … it in the paper," she said.

# Worksheet

## Close reading {#zq07zq passage=zq06zq}

### Choice zq10zq {#zq11zq kind=factual skill=evidence dok=2 bloom=zq12zq qar=zq13zq standards=zq14zq}

Why did the council vote twice?

- [ ] A tie.
  - zq15zq
- [x] The owner had not been told.
  - zq16zq
- [ ] The plate was gone.

**Teacher note:** zq17zq

### Several zq18zq {#zq19zq .multiple}

Which two are said?

- [x] Children ate.
  - zq20zq
- [x] Old men slept.
- [ ] Dogs barked.
  - zq21zq

### The town voted once. {#zq22zq .true-false}

**Answer:** false

**Correction:** zq23zq

**Reason:** zq24zq

### Short zq25zq {#zq26zq}

Who asked?

**Answer:** zq27zq

**Accept:** zq28zq

**Reject:** zq29zq

### Long zq30zq {#zq31zq .extended}

What did the town owe?

**Model 4:** zq32zq

**Model 2:** zq33zq

**Rubric:**

| | Level 4 zq34zq |
|---|---|
| Claim zq35zq | zq36zq |

### Word zq37zq {#zq38zq .vocabulary word=council}

What is a council here?

**Sense:** zq39zq

**In:** {{quote "the council voted"}}

### Parts zq40zq {#zq41zq .two-part}

Read it again.

#### Part A

Who was not told?

- [x] The owner.
  - zq42zq
- [ ] The mayor.

#### Part B

Which words show it?

- [ ] {{cite "Then the council"}}
  - Supports: B. zq43zq
- [x] {{cite "nobody had told"}}
  - Supports: A. zq44zq

### Match zq45zq {#zq46zq .matching}

Match the words.

| Phrase | Job |
|---|---|
| Old men | who slept |
| children | who ate |
| | who barked |

**Teacher note:** zq47zq

### Order zq48zq {#zq49zq .ordering}

Number them.

1. The bench stands.
2. The council votes.
3. The plate is missed.

**Reason:** zq50zq

### Gaps zq51zq {#zq52zq}

The council [[voted]] to take the [[bench]] away.

**Extra:** plate

**Accept:**

- 1: zq53zq

### Job zq54zq {#zq55zq .annotate}

Mark the text.

**Symbols:**

- **C** a claim

**Teacher note:** zq56zq

## More {#zq100zq}

### Lines zq101zq {#zq102zq .line-function}

What does {{quote "It did so twice"}} do?

- [x] Shows a mistake.
  - zq103zq
- [ ] Praises the council.
  - zq104zq

### Craft zq105zq {#zq106zq .craft}

Write it without “stood”.

**In:** {{quote "The bench had stood"}}

**Answer:** zq107zq

**Accept:** zq108zq

**Reject:** zq109zq

### Paragraph zq110zq {#zq111zq .paragraph}

Was it right?

**Answer:** zq112zq

**Model 4:** zq113zq

**Rubric:**

| | Level 4 zq114zq |
|---|---|
| Claim | zq115zq |

### Sources zq116zq {#zq117zq .sourcing}

Who speaks?

| Look at | What it tells you |
|---|---|
| Author | [[zq118zq]] |
| Date | |

**Answer:** zq119zq

### Audit zq120zq {#zq121zq .evidence-audit}

How well is it shown?

| Claim | Evidence | Enough? |
|---|---|---|
| Everybody used it. | [[zq122zq]] | [[zq123zq]] |

**Reject:** zq124zq

### Map zq125zq {#zq126zq .organizer form=argument-map}

Fill in the boxes.

- Claim: [[zq127zq]]
  - Reason: Everybody used it.
    - Evidence: [[zq128zq]]

**Listen for:** zq129zq

### Chart zq130zq {#zq131zq .organizer form=t-chart}

Fill in the chart.

| For | Against |
|---|---|
| [[zq132zq]] | It was old. |

### Notes zq133zq {#zq134zq .organizer form=two-column}

Take notes.

| Text | Thoughts |
|---|---|
| [[zq135zq]] | |

### Speaker zq136zq {#zq137zq .organizer form=soapstone}

Fill in the form.

| SOAPSTone | Answer |
|---|---|
| Speaker | [[zq138zq]] |
| Occasion | |
| Audience | |
| Purpose | |
| Subject | |
| Tone | [[zq139zq]] |

### Objection zq140zq {#zq141zq .counterargument}

What would the council say?

**Answer:**

- Objection: zq142zq
- Left out: zq143zq
- Reply: zq144zq

**Misreading:** zq145zq

### Sides zq146zq {#zq147zq .controversy form=chairs}

Take a seat.

**Proposition:** The bench should have stayed.

**For:** Everybody used it.

**Against:** It was old.

**Restate:** Say what you heard.

**Listen for:** zq148zq

**Misreading:** zq149zq

# Seminar

## Core {#zq60zq}

### Talk zq61zq {#zq62zq passage=zq06zq}

Was the second vote needed, or only wanted?

**Positions:**

- zq63zq

**Probes:**

- Clarify: zq64zq
- Evidence: zq65zq
- Other view: zq66zq

**Listen for:** zq67zq

**Misreading:** zq68zq

**If silent:** zq69zq

**Without a pen:** zq70zq

**Teacher note:** zq71zq

### Both zq72zq {#zq73zq .controversy}

Prepare your side.

**Proposition:** The bench should have stayed.

**For:** Everybody used it.

**Against:** It was old.

**Restate:** Say what you heard.

**Listen for:** zq74zq

**If silent:** zq75zq

**Rubric:**

| | Level 4 zq76zq |
|---|---|
| Case | zq77zq |

**Teacher note:** zq78zq

# Exit ticket

### Last zq80zq {#zq81zq passage=zq06zq}

What would you ask her?

**Answer:** zq82zq

**Accept:** zq83zq

**Teacher note:** zq84zq
`

const bench = `# The Bench on Mill Lane

The bench had stood on Mill Lane for forty years before anybody asked who owned it. Children ate their sandwiches on it. Old men slept.

Then the council voted to take the bench away. It did so twice, because nobody had told the owner of the first vote. "I read it in the paper," she said.
`

// TestNothingLeaks builds that lesson and looks for the sentinels in all that a
// student may get: words, metadata, structure, links, names of things.
func TestNothingLeaks(t *testing.T) {
	needTool(t, "pdftotext")
	needTool(t, "qpdf")
	for _, typ := range question.Types {
		if typ.Class != "" && !strings.Contains(secrets, "."+typ.Class) {
			t.Errorf("the lesson has no .%s", typ.Class)
		}
	}
	lesson := filepath.Join(t.TempDir(), "lesson")
	writeFiles(t, lesson, map[string]string{"lesson.md": secrets, "essay.md": bench})
	out := t.TempDir()
	student := []string{"worksheet", "handout", "exit-ticket", "two-sides", "preparation", "reading", "cards", "reflection", "rubric"}
	for _, as := range []string{"pdf", "md"} {
		mustBuild(t, Request{Targets: []string{lesson}, Out: out, As: as, Only: append([]string{"key", "guide"}, student...)})
		mustBuild(t, Request{Targets: []string{lesson}, Out: filepath.Join(out, "sac"), As: as, Format: "sac", Only: []string{"guide", "handout"}})
		for _, name := range student {
			path := filepath.Join(out, "lesson", name+"."+as)
			for _, text := range append(readings(t, path), readings(t, filepath.Join(out, "sac", "lesson", "handout."+as))...) {
				if found := sentinel.FindAllString(strings.ToLower(text), -1); found != nil {
					t.Errorf("%s.%s shows %v", name, as, found)
				}
			}
		}
	}
	// The test can fail: the teacher's documents hold what it looks for.
	teacher := documentText(t, filepath.Join(out, "lesson", "key.md")) + documentText(t, filepath.Join(out, "lesson", "guide.md")) +
		documentText(t, filepath.Join(out, "sac", "lesson", "guide.md"))
	for _, n := range []int{4, 15, 16, 20, 23, 24, 27, 28, 29, 32, 33, 34, 36, 39, 42, 43, 50, 53, 63, 64, 65, 66, 67, 68, 69, 70, 71,
		74, 75, 76, 77, 78, 82, 103, 104, 107, 108, 109, 112, 113, 114, 115, 118, 119, 122, 123, 124, 127, 128, 129, 132, 135, 138, 139,
		142, 143, 144, 145, 148, 149} {
		if s := fmt.Sprintf("zq%02dzq", n); !strings.Contains(strings.ToLower(teacher), s) {
			t.Errorf("neither key nor guide has %s", s)
		}
	}
}

var sentinel = regexp.MustCompile(`zq\d*(zq)?|007a0071(00[0-9a-f]{2})*`)

// readings gives a file in every way that words could be read from it.
func readings(t *testing.T, path string) []string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(path) != ".pdf" {
		return []string{string(raw)}
	}
	unpacked, err := exec.Command("qpdf", "--qdf", "--object-streams=disable", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	structure, err := exec.Command("pdfinfo", "-struct-text", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	// The faces' programs are binary, and may hold any two letters.
	kept := string(unpacked)
	kept = fontProgram.ReplaceAllString(kept, "")
	return []string{documentText(t, path), kept, string(structure)}
}

var fontProgram = regexp.MustCompile(`(?s)/Length1 .*?endstream`)

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
