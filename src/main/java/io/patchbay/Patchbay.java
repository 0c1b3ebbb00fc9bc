package io.patchbay;

import io.patchbay.cli.HashPasswordCommand;
import io.patchbay.cli.NewTokenCommand;
import io.patchbay.cli.TailCommand;
import io.patchbay.cli.Version;
import io.patchbay.cli.VersionCommand;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line of {@code patchbay.jar}. Status 0 is success, 2 is a wrong command line or configuration, and 1 is another failure
 * with its cause in the log.
 */
@Command(name = "patchbay", description = "A gateway for computer-telephony integration.", mixinStandardHelpOptions = true,
        versionProvider = Version.class, subcommands = {RunGateway.class, CheckConfiguration.class, HashPasswordCommand.class,
            NewTokenCommand.class, TailCommand.class, VersionCommand.class},
        footer = {"", "The configuration is config/gateway.properties of the working directory. An environment variable (HTTP_PORT) and",
            "an option of Java before -jar (-Dhttp.port=8081) override it.",
            "Status: 0 success, 1 failure, 2 wrong command line or configuration."})
public final class Patchbay implements Callable<Integer> {
    private Patchbay() { }

    public static void main(String[] args) {
        int status;
        try {
            // this constructor lets checkError tell that the reader of the standard output has ended
            status = commandLine().setOut(new PrintWriter(System.out, true)).execute(args);
        } catch (Throwable e) {
            status = RunGateway.failed(e);
        }
        System.exit(status);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Patchbay());
    }

    @Override
    public Integer call() throws InterruptedException {
        return new RunGateway().call();
    }
}
