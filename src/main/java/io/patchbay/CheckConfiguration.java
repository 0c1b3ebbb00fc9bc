package io.patchbay;

import io.patchbay.cli.Version;
import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads all files as a start does, and opens no port. */
@Command(name = "check", description = "Checks the configuration, directory, platform and route files. Opens no port.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CheckConfiguration implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Configuration read = Configuration.load(RouteCheck::problems);
            PrintWriter out = spec.commandLine().getOut();
            out.println("The configuration is valid.");
            read.warnings().forEach(warning -> out.println("Warning: " + warning));
            return 0;
        } catch (BadConfig e) {
            spec.commandLine().getErr().println(e.getMessage());
            return RunGateway.BAD_CONFIG;
        }
    }
}
