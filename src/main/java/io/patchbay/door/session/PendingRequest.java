package io.patchbay.door.session;

import io.patchbay.model.Command;
import java.util.Optional;

/** A request of a client that came to a command. @param requestId the client's own name for it */
public record PendingRequest(Command command, Optional<String> requestId) { }
