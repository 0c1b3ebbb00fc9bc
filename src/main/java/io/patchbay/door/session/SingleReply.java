package io.patchbay.door.session;

import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.ClientConnection;
import java.util.Optional;

/** Stands for the connection of one request that comes without one: the first text is its reply, events after it go nowhere. */
public final class SingleReply implements ClientConnection {
    private final String remote;
    private volatile String first;

    /** @param remote the address of the client */
    public SingleReply(String remote) {
        this.remote = remote;
    }

    /** Empty when the request came to nothing. */
    public Optional<String> reply() {
        return Optional.ofNullable(first);
    }

    @Override
    public synchronized void send(String text) {
        if (first == null) {
            first = text;
        }
    }

    @Override
    public void close(int code, String reason) { }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public String id() {
        return "request";
    }

    @Override
    public String remote() {
        return remote;
    }

    @Override
    public Optional<BasicCredentials> credentials() {
        return Optional.empty();
    }
}
