package markdown

import (
	"fmt"
	"strings"
)

// longAddress is the length in bytes beyond which a link's address would be in
// the way of who reads the Markdown as it is.
const longAddress = 40

// addresses are those that stand at the end of the text, numbered from 1; one
// that is linked to twice stands there once.
type addresses struct {
	all     []string
	numbers map[string]int
}

func (a *addresses) number(url string) int {
	if n := a.numbers[url]; n > 0 {
		return n
	}
	if a.numbers == nil {
		a.numbers = map[string]int{}
	}
	a.all = append(a.all, url)
	a.numbers[url] = len(a.all)
	return len(a.all)
}

func (a *addresses) chunks() []chunk {
	var lines []string
	for i, url := range a.all {
		lines = append(lines, fmt.Sprintf("[%d]: %s", i+1, url))
	}
	if lines == nil {
		return nil
	}
	return []chunk{{kind: textChunk, text: strings.Join(lines, "\n")}}
}
