package reader

import "testing"

func TestWithoutTime(t *testing.T) {
	for in, want := range map[string]string{
		"2023-04-15T06:00:00Z":      "2023-04-15",
		"2023-04-15 06:00:00 +0200": "2023-04-15",
		"2023-04-15":                "2023-04-15",
		"2023-04-15 (revised)":      "2023-04-15 (revised)",
		"2023-44-15T06:00":          "2023-44-15T06:00",
		"2023-04-15T":               "2023-04-15T",
		"Spring 2023":               "Spring 2023",
		"":                          "",
	} {
		if got := withoutTime(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
