package io.patchbay.dialect.genesys.request;

import io.patchbay.dialect.genesys.words.GenesysStatus;

/** An operation that is refused before a command is made of it. The message is one English sentence for the client. */
public final class OperationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final GenesysStatus status;

    public OperationRefused(GenesysStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public GenesysStatus status() {
        return status;
    }
}
