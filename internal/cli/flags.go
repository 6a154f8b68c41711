package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"quire/internal/diag"
)

// wrongFlag says in a line what is wrong with a flag. All flags of a command
// fill a screen, and the line would be above it: they are left to --help.
func wrongFlag(c *cobra.Command, err error) error {
	help := fmt.Sprintf("%s --help explains the flags.\n", c.CommandPath())
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	var bare *pflag.ValueRequiredError
	switch {
	case errors.As(err, &unknown):
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		name := unknown.GetSpecifiedName()
		err = fmt.Errorf("there is no flag --%s", name)
		if unknown.GetSpecifiedShortnames() != "" {
			err = fmt.Errorf("there is no flag -%s", unknown.GetSpecifiedShortnames())
		} else if near := diag.Nearest(name, names); near != "" {
			err = fmt.Errorf("%w: did you mean --%s?", err, near)
		}
	case errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "int":
		err = fmt.Errorf("--%s wants a whole number in digits, not %q", invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "bool":
		err = fmt.Errorf("--%s stands alone, without a value", invalid.GetFlag().Name)
	case errors.As(err, &bare):
		what, usage := pflag.UnquoteUsage(bare.GetFlag())
		err = fmt.Errorf("--%s wants its %s after it: %s", bare.GetFlag().Name, what, usage)
	}
	return &usageError{err, help}
}
