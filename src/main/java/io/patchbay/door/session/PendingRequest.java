package io.patchbay.door.session;

import io.patchbay.model.Command;
import java.util.Optional;

/** A request of a client with its command. @param requestId the id from the client */
public record PendingRequest(Command command, Optional<String> requestId) { }
