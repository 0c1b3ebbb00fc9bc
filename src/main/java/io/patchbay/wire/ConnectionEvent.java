package io.patchbay.wire;

/**
 * What happens on one client's connection, in this order: one {@link Opened}, then frames and unreadable ones as they came, then one
 * {@link Closed}. A connection's next signal starts when the exchange of the one before is done.
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

    /** The connection is gone, by whichever side; sends are dropped from now on. */
    record Closed(ClientConnection connection) implements ConnectionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.closed(this);
        }
    }

    /**
     * Bytes that are no message. Where framing is lost the wire closes after this exchange.
     *
     * @param why       a sentence for the client
     * @param beginning of the text, where there was one; may hold a password
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

    /** One method a signal, so that a new kind of signal does not compile until everyone handles it. */
    interface Cases<R> {
        R opened(Opened event);

        R frame(Frame event);

        R closed(Closed event);

        R unreadable(Unreadable event);
    }
}
