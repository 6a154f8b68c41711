package compose

import (
	"quire/internal/document"
	"quire/internal/markup"
)

// cardsOnPage are the numbers of cards that a page may be cut into.
var cardsOnPage = []int{8, 6, 4, 2, 1}

// deck makes cards of a template's sections: one of each section that holds
// something of its own, down to the third level. One of the second that has
// parts says what sort of cards they are.
func (c *composer) deck(t *Template) []document.Block {
	d := document.Deck{PerPage: t.cards}
	if first := c.blocks(t.file.Blocks); len(first) > 0 {
		d.Cards = []document.Card{{Blocks: first}}
	}
	for _, s := range t.file.Sections {
		d.Cards = append(d.Cards, c.cardsOf(s, nil)...)
	}
	if d.Cards == nil {
		return nil
	}
	return []document.Block{d}
}

// cardsOf gives a section's card and those of its parts.
func (c *composer) cardsOf(s *markup.Section, group []document.Inline) []document.Card {
	if when, ok := s.Attrs.Get("when"); ok && !holds(when.Text, c.facts) {
		return nil
	}
	at, title := document.At{Source: s.At}, c.inlines(s.Title)
	var out []document.Card
	parts := s.Parts
	body := inStyle(c.blocks(s.Blocks), s.Attrs)
	if s.Level > 2 { // what is below a card's heading is on the card
		body = append(body, c.sections(parts)...)
		parts = nil
	}
	if len(body) > 0 {
		if !hasClass(s.Attrs, untitled) {
			body = append([]document.Block{document.Heading{At: at, Level: s.Level, Text: title}}, body...)
		}
		out = append(out, document.Card{At: at, Group: group, Blocks: body})
	}
	if s.Level > 1 {
		group = title
	}
	for _, p := range parts {
		out = append(out, c.cardsOf(p, group)...)
	}
	return out
}
