package io.patchbay.config;

import java.util.List;
import java.util.stream.Collectors;

/** The gateway refuses to start. The message lists every problem, one a line, ready to print. */
public final class BadConfig extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    public BadConfig(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream().map(problem -> "  " + problem)
                .collect(Collectors.joining("\n", "The configuration has " + count + "; nothing was started.\n", ""));
    }
}
