package compose

import (
	"fmt"

	"quire/internal/question"
)

// credit says what the parts of an item with several answers are worth: so many
// points for each where the points can be shared out evenly; a point for each
// two, three … where the parts can; else a point less for each that is wrong.
// Nothing for other items, and where none of these would be true.
func credit(it *question.Item) string {
	if len(it.Responses) != 1 {
		return ""
	}
	switch r := it.Responses[0].(type) {
	case question.Gaps:
		return shares(it.Tags.Points, len(r.Accept), "right word", "right words", "wrong word")
	case question.Match:
		return shares(it.Tags.Points, len(r.Pairs), "right pair", "right pairs", "wrong pair")
	case question.Order:
		return shares(it.Tags.Points, len(r.Steps), "step in its place", "steps in their places", "step out of its place")
	}
	return ""
}

func shares(points, parts int, part, several, wrong string) string {
	switch {
	case points < 2 || parts < 2:
		return ""
	case points%parts == 0:
		return fmt.Sprintf("%s for each %s.", pointsOf(points/parts), part)
	case parts%points == 0:
		return fmt.Sprintf("1 point for each %d %s.", parts/points, several)
	case points < parts:
		return fmt.Sprintf("1 point less for each %s, down to none.", wrong)
	}
	return ""
}
