package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.door.session.SessionConnection;
import io.patchbay.wire.ClientConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One connection and what is bound to it. Its signals are handled one after the other; only the binding's feed runs beside them. */
final class HarmonyClient {
    private final ClientConnection connection;
    private final StrictJson json;
    private final BooleanSupplier allowance;
    private volatile Optional<SessionConnection<HarmonySession>> bound = Optional.empty();

    /** @param allowance whether one more request may be taken */
    HarmonyClient(ClientConnection connection, StrictJson json, BooleanSupplier allowance) {
        this.connection = connection;
        this.json = json;
        this.allowance = allowance;
    }

    /** Counts each time. */
    boolean mayAsk() {
        return allowance.getAsBoolean();
    }

    /** Empty before prepareSession and after a logout. */
    Optional<SessionConnection<HarmonySession>> bound() {
        return bound;
    }

    void bind(SessionConnection<HarmonySession> next) {
        bound = Optional.of(next);
        connection.signedIn();
    }

    /** Nothing is told any more; the connection may be bound again. */
    void logOut() {
        bound.ifPresent(SessionConnection::leave);
        bound = Optional.empty();
    }

    synchronized void send(JsonNode frame) {
        connection.send(json.write(frame));
    }

    /** These frames with none between them: replies are sent by other threads than events (CHOREOGRAPHY A5). */
    synchronized void sendAll(List<ObjectNode> group) {
        group.forEach(frame -> connection.send(json.write(frame)));
    }

    /** Whether the client has much unread data. */
    boolean isBusy() {
        return connection.isBusy();
    }

    void close(int code, String reason) {
        connection.close(code, reason);
    }

    /** The IP address of the client. */
    String remote() {
        return connection.remote();
    }

    String id() {
        return connection.id();
    }
}
