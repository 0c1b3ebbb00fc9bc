package io.patchbay.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All messages that an agent's desktop sent and got, in that order. */
final class History {
    private static final int SHOWN = 60;

    private final List<String> lines = new ArrayList<>();
    private final String agent;

    History(String agent) {
        this.agent = agent;
    }

    synchronized void add(String line) {
        lines.add(line);
    }

    /** The last messages, for people. */
    @Override
    public synchronized String toString() {
        return "\n" + agent + " sent and heard at last:\n  "
                + String.join("\n  ", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size())) + "\n";
    }

    /** All messages, into a file of that folder. */
    synchronized void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(agent + ".txt"), lines);
    }
}
