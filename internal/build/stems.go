package build

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"quire/prompts"
)

// A stem is a prompt that fits many essays; package prompts says how its file
// is written.
type stem struct {
	name, about    string
	section, group string
	fits           []string // signs of passages, the best first
	needs          string   // the id of a passage that it names
	prompt         string   // Markdown, from its heading on
}

// readStems reads the stems that come with Quire, in the order of their names.
func readStems(fsys fs.FS) ([]stem, error) {
	names, err := fs.Glob(fsys, "stems/*.md")
	if err != nil {
		return nil, err
	}
	var all []stem
	for _, n := range names {
		raw, err := fs.ReadFile(fsys, n)
		if err != nil {
			return nil, err
		}
		s, err := parseStem(strings.TrimSuffix(path.Base(n), ".md"), string(raw))
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func programStems() []stem {
	all, err := readStems(prompts.FS)
	if err != nil {
		panic(fmt.Sprintf("a stem in the program can't be read: %v", err))
	}
	return all
}

// parseStem reads a stem's file.
func parseStem(name, text string) (stem, error) {
	s := stem{name: name}
	head, ok := strings.CutPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "---\n")
	head, prompt, closed := strings.Cut(head, "\n---\n")
	if !ok || !closed {
		return s, fmt.Errorf("the stem %s has no front matter", name)
	}
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		switch key {
		case "about":
			s.about = value
		case "section":
			s.section = value
		case "group":
			s.group = value
		case "fits":
			for f := range strings.SplitSeq(value, ",") {
				s.fits = append(s.fits, strings.TrimSpace(f))
			}
		case "needs":
			s.needs = value
		default:
			return s, fmt.Errorf("the stem %s has no key %q", name, key)
		}
	}
	if s.prompt = strings.TrimSpace(prompt) + "\n"; !strings.HasPrefix(s.prompt, "### ") || !strings.Contains(s.prompt, " {") {
		return s, fmt.Errorf("the stem %s doesn't begin with a prompt's heading and its attributes", name)
	}
	return s, nil
}

// of gives the stem's prompt on a passage.
func (s stem) of(passage string) string {
	return strings.Replace(s.prompt, " {", " {#"+s.name+" passage="+passage+" ", 1)
}
