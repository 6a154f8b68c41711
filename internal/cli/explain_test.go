package cli

import (
	"strings"
	"testing"

	"quire/internal/check"
)

func TestExplain(t *testing.T) {
	var b strings.Builder
	if err := explain(&b, []string{"m6"}); err != nil {
		t.Fatal(err)
	}
	const want = `M6: absolute words give the key away

“Always” and “never” are almost always wrong, and students know it. Where
they stand in wrong answers only, or in the right one only, they sort the
options for who hasn't read.

It is a warning. It is sometimes wrong. It reads English only.

Before:

    - [ ] She never listened.
    - [x] She had doubts.
    - [ ] She always obeyed.

After:

    - [ ] She did not listen.
    - [x] She had doubts.
    - [ ] She obeyed.

Source: Haladyna, Downing & Rodriguez 2002, A review of multiple-choice
item-writing guidelines (specific determiners)

If you have a reason to leave it so, say it at the heading: {allow=M6
because="…"}.
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}

func TestExplainAll(t *testing.T) {
	var b strings.Builder
	if err := explain(&b, nil); err != nil {
		t.Fatal(err)
	}
	for _, r := range check.Rules {
		if !strings.Contains(b.String(), "\n"+r.Code+" ") && !strings.HasPrefix(b.String(), r.Code+" ") {
			t.Errorf("%s is not listed", r.Code)
		}
		var page strings.Builder
		if err := explain(&page, []string{r.Code}); err != nil || !strings.HasPrefix(page.String(), r.Code+": ") {
			t.Errorf("%s: %v, %s", r.Code, err, page.String())
		}
	}
	if err := noCheck([]string{"M6", "d4"}); err != nil {
		t.Error(err)
	}
	err := noCheck([]string{"M6", "M66"})
	if err == nil || !strings.Contains(err.Error(), "M6") {
		t.Errorf("of M66: %v", err)
	}
}
