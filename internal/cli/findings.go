package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"quire/internal/build"
	"quire/internal/diag"
	"quire/internal/source"
)

// reportJSON is what --format json prints; formatHelp documents it.
type reportJSON struct {
	Version int          `json:"version"`
	Lessons []lessonJSON `json:"lessons"`
}

type lessonJSON struct {
	Name    string `json:"name"`
	Title   string `json:"title,omitempty"`
	Checked struct {
		Prompts    int `json:"prompts"`
		Passages   int `json:"passages"`
		Quotations int `json:"quotations"`
	} `json:"checked"`
	Counts struct {
		Errors   int `json:"errors"`
		Warnings int `json:"warnings"`
		Notes    int `json:"notes"`
		Silenced int `json:"silenced"`
		Hidden   int `json:"hidden"`
	} `json:"counts"`
	Findings []findingJSON `json:"findings"`
	Silenced []findingJSON `json:"silenced"`
}

type findingJSON struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	*placeJSON
	Related []relatedJSON `json:"related,omitempty"`
	Because string        `json:"because,omitempty"`
}

type relatedJSON struct {
	Message string `json:"message"`
	*placeJSON
}

// placeJSON counts from 1, in code points; its end is not included.
type placeJSON struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
}

// placeFor gives a span's place, nil for none.
func placeFor(at source.Span) *placeJSON {
	if at.IsZero() {
		return nil
	}
	p := &placeJSON{File: at.Text.Name}
	p.Line, p.Column = at.Text.Position(at.Start)
	p.EndLine, p.EndColumn = at.Text.Position(max(at.Start, at.End))
	return p
}

func findingFor(f diag.Finding) findingJSON {
	out := findingJSON{Code: f.Code, Severity: f.Severity.String(), Message: f.Message, Hint: f.Hint, placeJSON: placeFor(f.At)}
	for _, r := range f.Related {
		out.Related = append(out.Related, relatedJSON{r.Message, placeFor(r.At)})
	}
	return out
}

func printJSON(w io.Writer, built []*build.Built) error {
	out := reportJSON{Version: 1, Lessons: []lessonJSON{}}
	for _, b := range built {
		l := lessonJSON{Name: b.Name, Title: b.Title, Findings: []findingJSON{}, Silenced: []findingJSON{}}
		l.Checked.Prompts, l.Checked.Passages, l.Checked.Quotations = b.Checked.Prompts, b.Checked.Passages, b.Checked.Quotations
		l.Counts.Errors = diag.Count(b.Findings, diag.Error)
		l.Counts.Warnings = diag.Count(b.Findings, diag.Warning)
		l.Counts.Notes = diag.Count(b.Findings, diag.Note)
		l.Counts.Silenced, l.Counts.Hidden = len(b.Silenced), b.Hidden
		for _, f := range b.Findings {
			l.Findings = append(l.Findings, findingFor(f))
		}
		for _, s := range b.Silenced {
			f := findingFor(s.Finding)
			f.Because = s.Because
			l.Silenced = append(l.Silenced, f)
		}
		out.Lessons = append(out.Lessons, l)
	}
	return encode(w, out)
}

// encode writes a value as JSON in which no character is hidden: those that
// diag.Visible would show are escaped, so that a terminal obeys none of them and
// a program reads them as they are.
func encode(w io.Writer, v any) error {
	var raw bytes.Buffer
	enc := json.NewEncoder(&raw)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	var b strings.Builder
	for _, r := range raw.String() {
		switch {
		case r == '\n' || !diag.Hidden(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			hi, lo := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, hi, lo)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// printGitHub prints the workflow commands that annotate files, and the summary,
// which the log shows. A command is one line: its message has %, \r and \n
// escaped, its properties : and , too.
func printGitHub(w io.Writer, built []*build.Built) {
	for _, b := range built {
		for _, f := range b.Findings {
			kind := f.Severity.String()
			if f.Severity == diag.Note {
				kind = "notice"
			}
			var props []string
			if p := placeFor(f.At); p != nil {
				props = append(props, "file="+property(p.File), fmt.Sprintf("line=%d,endLine=%d", p.Line, p.EndLine))
				if p.Line == p.EndLine { // columns of several lines mean nothing there
					props = append(props, fmt.Sprintf("col=%d,endColumn=%d", p.Column, max(p.EndColumn, p.Column+1)))
				}
			}
			if f.Code != "" {
				props = append(props, "title="+property(f.Code))
			}
			message := diag.Visible(f.Message)
			if f.Hint != "" {
				message += "\n" + diag.Visible(f.Hint)
			}
			fmt.Fprintln(w, strings.TrimSpace("::"+kind+" "+strings.Join(props, ","))+"::"+data(message))
		}
		fmt.Fprintf(w, "lesson %s: %s\n", data(diag.Visible(b.Name)), strings.Join(summary(b), "; ")) // never a command, whatever the name
	}
}

func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(diag.Visible(s)))
}
