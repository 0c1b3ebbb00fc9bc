package io.patchbay.config;

import io.patchbay.model.AgentId;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * config/directory.yaml: the directory and, separately, passwords and tokens.
 *
 * @param isDemo whether the file says {@code demo: true}, with passwords that everybody can guess
 */
public record DirectoryFile(Directory directory, Map<AgentId, PasswordHash> passwords, Map<AgentId, List<AccessToken>> tokens,
                            boolean isDemo) {
    public DirectoryFile {
        passwords = Map.copyOf(passwords);
        tokens = Map.copyOf(tokens);
    }

    /** Whether the password of a user is its name. Slow hashes are not tried, because a start would wait for them. */
    boolean hasGuessable() {
        return passwords.entrySet().stream().anyMatch(user -> user.getValue().isFast() && user.getValue().matches(user.getKey().value()));
    }

    /** The token with this user and name, if it has not ended. */
    Optional<AccessToken> token(AgentId user, String name, Instant now) {
        return tokens.getOrDefault(user, List.of()).stream().filter(token -> token.name().equals(name) && token.isValidAt(now)).findFirst();
    }

    /** @throws BadConfig with every problem of the file, each with its line and path */
    public static DirectoryFile read(Path path, FarEnds farEnds) {
        List<Problem> problems = new ArrayList<>();
        DirectoryReader reader = new DirectoryReader(path, problems);
        if (!problems.isEmpty()) {
            throw new BadConfig(problems);
        }
        return reader.file(farEnds);
    }

    @Override
    public String toString() {
        return "DirectoryFile[" + passwords.size() + " users, demo=" + isDemo + "]";
    }
}
