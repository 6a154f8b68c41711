package compose

type parsedTemplate struct{}
