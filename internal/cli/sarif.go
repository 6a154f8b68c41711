package cli

import (
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"quire/internal/build"
	"quire/internal/check"
	"quire/internal/diag"
	"quire/internal/source"
)

// The parts of SARIF 2.1.0 (OASIS standard, 27 March 2020) that Quire writes.
// Section numbers are those of its text.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	ColumnKind string        `json:"columnKind"` // 3.14.17
	Results    []sarifResult `json:"results"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string       `json:"id"`
	Short   *sarifText   `json:"shortDescription,omitempty"`
	Full    *sarifText   `json:"fullDescription,omitempty"`
	Help    *sarifText   `json:"help,omitempty"`
	Default *sarifConfig `json:"defaultConfiguration,omitempty"`
	Props   *sarifProps  `json:"properties,omitempty"`
}

type sarifConfig struct {
	Level   string `json:"level"`
	Enabled bool   `json:"enabled"` // without --strict
}

type sarifProps struct {
	Precision string `json:"precision,omitempty"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID       string             `json:"ruleId"`
	RuleIndex    int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      sarifText          `json:"message"`
	Locations    []sarifLocation    `json:"locations,omitempty"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Suppressions []sarifSuppression `json:"suppressions"` // 3.27.23: none, and that is known
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact struct {
		URI string `json:"uri"`
	} `json:"artifactLocation"`
	Region sarifRegion `json:"region"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"` // of the character after the region (3.30.8)
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification,omitempty"`
}

// sarifLevels are the severities' names there.
var sarifLevels = [...]string{diag.Note: "note", diag.Warning: "warning", diag.Error: "error"}

// printSARIF prints one run with all lessons. What an author allows is in it as
// suppressed, with the reason.
func printSARIF(w io.Writer, built []*build.Built) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "Quire", Version: Version}
	index := map[string]int{}
	for _, r := range check.Rules {
		index[r.Code] = len(run.Tool.Driver.Rules)
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(r))
	}
	add := func(f diag.Finding) *sarifResult {
		i, ok := index[f.Code]
		if !ok {
			i = len(run.Tool.Driver.Rules)
			index[f.Code] = i
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{ID: f.Code})
		}
		run.Results = append(run.Results, resultOf(f, i))
		return &run.Results[len(run.Results)-1]
	}
	for _, b := range built {
		for _, f := range b.Findings {
			add(f)
		}
		for _, s := range b.Silenced {
			add(s.Finding).Suppressions = []sarifSuppression{{Kind: "inSource", Justification: s.Because}}
		}
	}
	return encode(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func ruleOf(r check.Rule) sarifRule {
	help := r.Why
	for _, part := range []struct{ label, text string }{{"Before:", r.Before}, {"After:", r.After}, {"Source:", r.Source}} {
		if part.text != "" {
			help = strings.TrimSpace(help + "\n\n" + part.label + "\n" + part.text)
		}
	}
	out := sarifRule{ID: r.Code, Default: &sarifConfig{Level: sarifLevels[r.Severity], Enabled: !r.Strict}}
	if p := map[string]string{"none": "very-high", "low": "high", "med": "medium", "high": "low"}[r.Risk]; p != "" {
		out.Props = &sarifProps{Precision: p}
	}
	out.Short, out.Full, out.Help = textOf(r.Title), textOf(r.Why), textOf(help)
	return out
}

// textOf makes a message, nil of nothing: an empty one isn't allowed (3.11.8).
func textOf(s string) *sarifText {
	if s == "" {
		return nil
	}
	return &sarifText{s}
}

func resultOf(f diag.Finding, rule int) sarifResult {
	r := sarifResult{Suppressions: []sarifSuppression{}, RuleID: f.Code, RuleIndex: rule, Level: sarifLevels[f.Severity], Message: sarifText{f.Message}}
	if f.Hint != "" {
		r.Message.Text += ". " + f.Hint
	}
	if !f.At.IsZero() {
		r.Locations = []sarifLocation{locationOf(f.At)}
	}
	for _, other := range f.Related {
		if !other.At.IsZero() {
			l := locationOf(other.At)
			l.Message = textOf(other.Message)
			r.Related = append(r.Related, l)
		}
	}
	return r
}

func locationOf(at source.Span) (l sarifLocation) {
	p := placeFor(at)
	l.Physical.Artifact.URI = uriOf(p.File)
	l.Physical.Region = sarifRegion{p.Line, p.Column, p.EndLine, p.EndColumn}
	return l
}

// uriOf makes a file's name, as it is typed, a URI reference: relative ones stay
// so (RFC 3986, 4.2).
func uriOf(name string) string {
	if filepath.IsAbs(filepath.FromSlash(name)) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimLeft(name, "/")}).String()
	}
	u := url.URL{Path: name}
	return u.String() // a first part with a colon gets “./” before it
}
