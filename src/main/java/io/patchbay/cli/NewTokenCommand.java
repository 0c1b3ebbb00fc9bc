package io.patchbay.cli;

import io.patchbay.config.NewToken;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a token for a user. It is shown once and not stored. */
@Command(name = "new-token", description = "Prints a token, and its line for the tokens of the user in config/directory.yaml.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class NewTokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "USER", description = "Name of the user.")
    private String user;

    @Parameters(index = "1", paramLabel = "NAME", description = "Name of the token, which tells the tokens of the user apart.")
    private String name;

    @Parameters(index = "2", paramLabel = "LAST_DAY", arity = "0..1",
            description = "Last day of the token (2027-12-31). Without it the token has no end.")
    private LocalDate lastDay;

    @Override
    public Integer call() {
        try {
            NewToken.lines(user, name, Optional.ofNullable(lastDay)).forEach(spec.commandLine().getOut()::println);
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
