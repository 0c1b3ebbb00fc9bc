package io.patchbay.golden;

import io.patchbay.config.PasswordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** The demo directory with the agents of cells added, each cell a team of its own. */
final class CellDirectory {

    private static final int FEW = 1000;

    private CellDirectory() { }

    /** Writes it and returns the file. */
    static Path write(String name, Map<CellNames, Collection<String>> cells) {
        try {
            StringBuilder all = new StringBuilder(Files.readString(Path.of("config/directory.yaml")));
            cells.forEach((names, agents) -> agents.forEach(agent -> all.append(user(names, agent))));
            Path file = Path.of("target/matrix/" + name + "-directory.yaml");
            Files.createDirectories(file.getParent());
            return Files.writeString(file, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String user(CellNames names, String agent) {
        String name = names.name(agent);
        return "  - {name: " + name + ", displayName: " + Client.displayName(agent) + ", role: "
            + (agent.equals("sam") ? "supervisor" : "agent") + ", password: '" + PasswordHash.of(name, FEW).line() + "', extensions: ['"
            + names.extension(agent) + "'], teams: [" + names.name("demo") + "]}\n";
    }
}
