package reader

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// A facts is what a page says of itself to machines, the best source first.
type facts struct {
	titles, authors []string
	site, published string
	url, lang       string
}

// facts reads JSON-LD, then <meta>, <link> and <title>.
func (p *page) facts() facts {
	var f facts
	title := ""
	for n := range p.doc.Descendants() {
		switch {
		case isTag(n, "html"):
			f.lang = first(attr(n, "lang"), attr(n, "xml:lang"))
		case isTag(n, "script") && attr(n, "type") == "application/ld+json" && n.FirstChild != nil:
			f.linkedData(n.FirstChild.Data)
		case isTag(n, "title") && within(n, "svg") == nil && title == "":
			title = textOfTitle(n)
		}
	}
	for n := range p.doc.Descendants() {
		switch {
		case isTag(n, "meta"):
			f.meta(strings.ToLower(first(attr(n, "property"), attr(n, "name"), attr(n, "itemprop"))), strings.Join(strings.Fields(attr(n, "content")), " "))
		case isTag(n, "link") && attr(n, "rel") == "canonical":
			f.url = first(f.url, webAddress(attr(n, "href")))
		case n.Type == html.CommentNode && f.url == "":
			if _, rest, ok := strings.Cut(n.Data, "saved from url="); ok {
				_, address, _ := strings.Cut(rest, ")")
				f.url = webAddress(strings.TrimSpace(address))
			}
		}
	}
	f.addTitle(title)
	return f
}

// textOfTitle gives the words of <title>, which textOf doesn't enter.
func textOfTitle(n *html.Node) string {
	return strings.Join(strings.Fields(rawText(n)), " ")
}

// first gives the first string that isn't empty.
func first(all ...string) string {
	for _, s := range all {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

func webAddress(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return s
	}
	return ""
}

func (f *facts) addTitle(s string) {
	if s = strings.TrimSpace(s); s != "" {
		f.titles = append(f.titles, s)
	}
}

func (f *facts) addAuthor(s string) {
	if s = authorName(s); s != "" {
		f.authors = append(f.authors, s)
	}
}

// meta takes in one element of the page's head: Open Graph, Dublin Core,
// Highwire's for scholars, and plain ones.
func (f *facts) meta(name, content string) {
	if content == "" {
		return
	}
	switch name {
	case "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline", "parsely-title":
		f.addTitle(content)
	case "author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl", "sailthru.author",
		"twitter:data1", "og:article:author", "authors":
		if name != "twitter:data1" || !strings.ContainsAny(content, "0123456789") {
			f.addAuthor(content)
		}
	case "og:site_name", "application-name", "citation_journal_title", "dc.publisher":
		f.site = first(f.site, content)
	case "article:published_time", "datepublished", "citation_publication_date", "dc.date", "dcterms.date", "date", "pubdate", "parsely-pub-date":
		f.published = first(f.published, content)
	case "og:url":
		f.url = first(f.url, webAddress(content))
	}
}

const maxLinkedData = 1 << 20 // bytes of JSON-LD in one script

// linkedData takes in what schema.org's vocabulary says of an article.
func (f *facts) linkedData(s string) {
	var v any
	if len(s) > maxLinkedData || json.Unmarshal([]byte(s), &v) != nil {
		return
	}
	f.thing(v, 0)
}

func (f *facts) thing(v any, depth int) {
	if depth > 4 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			f.thing(e, depth+1)
		}
	case map[string]any:
		kind, _ := json.Marshal(v["@type"])
		k := string(kind)
		if strings.Contains(k, "Article") || strings.Contains(k, "Posting") || strings.Contains(k, "Report") || strings.Contains(k, "CreativeWork") {
			if s, ok := v["headline"].(string); ok {
				f.addTitle(strings.TrimSpace(html.UnescapeString(s)))
			}
			f.addAuthor(named(v["author"], 0))
			f.site = first(f.site, named(v["publisher"], 0))
			if s, ok := v["datePublished"].(string); ok {
				f.published = first(f.published, s)
			}
		}
		f.thing(v["@graph"], depth+1)
		f.thing(v["mainEntity"], depth+1)
	}
}

// named gives the name of a person or thing, several joined with "and".
func named(v any, depth int) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		if depth < 3 {
			return named(v["name"], depth+1)
		}
	case []any:
		var all []string
		for _, e := range v {
			if s := named(e, depth+1); depth < 3 && s != "" && len(all) < 10 {
				all = append(all, s)
			}
		}
		return joinNames(all)
	}
	return ""
}

func joinNames(all []string) string {
	if n := len(all); n > 1 {
		return strings.Join(all[:n-1], ", ") + " and " + all[n-1]
	}
	return strings.Join(all, "")
}

// authorName tidies the name of an author; it gives "" for what is none: an
// address, a role in a publishing program.
func authorName(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if name := nameIn(s); name != "" {
		s = name
	}
	s, _, _ = strings.Cut(s, " | ")
	lower := strings.ToLower(s)
	switch lower {
	case "admin", "administrator", "editor", "editors", "staff", "staff writer", "guest", "guest author", "webmaster", "unknown", "anonymous user":
		return ""
	}
	if strings.Contains(s, "://") || strings.Contains(s, "@") || strings.HasPrefix(lower, "www.") || len(s) > 120 {
		return ""
	}
	return s
}
