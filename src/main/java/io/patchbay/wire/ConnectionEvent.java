package io.patchbay.wire;

/**
 * Events of one client connection in this order: one {@link Opened}, then frames and unreadable messages, then one {@link Closed}. The
 * next event of a connection starts after the exchange of the previous one.
 */
public sealed interface ConnectionEvent {

    ClientConnection connection();

    <R> R match(Cases<R> cases);

    /** The upgrade succeeded. */
    record Opened(ClientConnection connection) implements ConnectionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.opened(this);
        }
    }

    /** One whole text message, strict UTF-8, within the size limit. */
    record Frame(ClientConnection connection, String text) implements ConnectionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.frame(this);
        }

        /** The text may hold a password. */
        @Override
        public String toString() {
            return "Frame[connection=" + connection.id() + ", length=" + text.length() + "]";
        }
    }

    /** The connection is closed, by either side. Later texts are dropped. */
    record Closed(ClientConnection connection) implements ConnectionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.closed(this);
        }
    }

    /**
     * Bytes that are not a message. If the framing is lost, the wire closes the connection after this exchange.
     *
     * @param why a sentence for the client
     * @param beginning of the text, if there was one; may hold a password
     */
    record Unreadable(ClientConnection connection, String why, String beginning) implements ConnectionEvent {
        public Unreadable(ClientConnection connection, String why) {
            this(connection, why, "");
        }

        @Override
        public String toString() {
            return "Unreadable[connection=" + connection.id() + ", why=" + why + "]";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unreadable(this);
        }
    }

    /** One method for each kind of event, so every handler must handle a new kind. */
    interface Cases<R> {
        R opened(Opened event);

        R frame(Frame event);

        R closed(Closed event);

        R unreadable(Unreadable event);
    }
}
