package reader

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"strings"

	"quire/internal/diag"
)

// isMHTML says that a file is a web page saved with its pictures in one file,
// as browsers do it: a mail message with the page as its first part.
func isMHTML(_ string, raw []byte) bool {
	head, _ := mailHead(raw[:min(len(raw), 8192)])
	kind := head["content-type"]
	return strings.HasPrefix(strings.ToLower(kind), "multipart/") && head["mime-version"] != "" &&
		(strings.Contains(strings.ToLower(kind), "html") || head["snapshot-content-location"] != "" || strings.Contains(strings.ToLower(kind), "related"))
}

// readMHTML reads the page of such a file.
func readMHTML(name string, raw []byte, h Hints, findings *diag.List) (*draft, error) {
	head, body := mailHead(raw)
	_, params, err := mime.ParseMediaType(head["content-type"])
	if err != nil || params["boundary"] == "" {
		return nil, fmt.Errorf("%s is a web page in one file (MHTML), damaged: save it from the browser as “Webpage, HTML only”", name)
	}
	bound := []byte("--" + params["boundary"])
	for {
		at := bytes.Index(body, bound)
		if at < 0 {
			return nil, fmt.Errorf("%s is a web page in one file (MHTML) in which no page is found: save it from the browser as “Webpage, HTML only”", name)
		}
		body = body[at+len(bound):]
		end := bytes.Index(body, bound)
		if end < 0 {
			end = len(body)
		}
		part, text := mailHead(bytes.TrimLeft(body[:end], "\r\n"))
		if !strings.HasPrefix(strings.ToLower(part["content-type"]), "text/html") {
			continue
		}
		text, err = unfold(text, part["content-transfer-encoding"])
		if err != nil {
			return nil, fmt.Errorf("%s is a web page in one file (MHTML), damaged (%w): save it from the browser as “Webpage, HTML only”", name, err)
		}
		d, err := readHTML(name, text, h, findings)
		if err == nil {
			d.about.URL = first(d.about.URL, webAddress(head["snapshot-content-location"]), webAddress(part["content-location"]))
		}
		return d, err
	}
}

// unfold undoes a part's transfer encoding.
func unfold(text []byte, encoding string) ([]byte, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return io.ReadAll(quotedprintable.NewReader(bytes.NewReader(text)))
	case "base64":
		return io.ReadAll(base64.NewDecoder(base64.StdEncoding, bytes.NewReader(text)))
	}
	return text, nil
}

const maxMailHead = 200 // lines

// mailHead reads the fields before the first empty line, names in lower case,
// and gives the rest. What isn't fields gives none.
func mailHead(raw []byte) (fields map[string]string, rest []byte) {
	fields = map[string]string{}
	last := ""
	for range maxMailHead {
		line, after, ok := bytes.Cut(raw, []byte("\n"))
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			return fields, after
		}
		key, value, isField := strings.Cut(string(line), ":")
		switch {
		case (line[0] == ' ' || line[0] == '\t') && last != "":
			fields[last] += " " + strings.TrimSpace(string(line))
		case isField && !strings.ContainsAny(key, " <"):
			last = strings.ToLower(key)
			fields[last] = strings.TrimSpace(value)
		default:
			return map[string]string{}, nil
		}
		if !ok {
			return fields, nil
		}
		raw = after
	}
	return fields, raw
}
