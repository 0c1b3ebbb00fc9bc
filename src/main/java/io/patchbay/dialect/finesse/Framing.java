package io.patchbay.dialect.finesse;

/** How a notification leaves. */
public enum Framing {
    /** One text frame of a WebSocket. */
    SOCKET,
    /** One server-sent event. A notification has no line break. */
    STREAM;

    String of(String notification) {
        return switch (this) {
            case SOCKET -> notification;
            case STREAM -> "data: " + notification + "\n\n";
        };
    }
}
