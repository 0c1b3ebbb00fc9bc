package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.frame.HarmonyEncoder;
import io.patchbay.dialect.harmony.frame.HarmonyFrames;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.PresenceWatch;
import io.patchbay.door.session.SessionClient;
import io.patchbay.door.session.SessionEnd;
import io.patchbay.model.AgentId;
import io.patchbay.model.Directory;
import io.patchbay.model.SessionId;
import io.patchbay.wire.ClientConnection;
import java.util.List;

/** The Harmony side of one session on one connection: its frames, its address book, and the close codes of its WebSocket. */
final class HarmonySession implements SessionClient<ObjectNode> {
    /** Another client took its place (BINDINGS, Harmony). */
    private static final int TAKEN_OVER = 4409;
    private static final int SESSION_OVER = 4410;
    private static final int INTERNAL_ERROR = 1011;

    /** Makes one for a session of an agent. */
    @FunctionalInterface
    interface Factory {
        HarmonySession make(HarmonyClient client, AgentId agent, SessionId session);
    }

    private final HarmonyClient client;
    private final HarmonyEncoder encoder;
    private final AddressBookWatch addressBook;
    private final CommandGateway gateway;

    HarmonySession(HarmonyClient client, AgentId agent, SessionId session, Directory directory, PresenceWatch presenceWatch,
            CommandGateway gateway) {
        this.client = client;
        this.encoder = new HarmonyEncoder(new HarmonyFrames(agent, session, directory));
        this.addressBook = new AddressBookWatch(presenceWatch, directory, this::addressBookUpdated);
        this.gateway = gateway;
    }

    AddressBookWatch addressBook() {
        return addressBook;
    }

    @Override
    public HarmonyEncoder encoder() {
        return encoder;
    }

    @Override
    public void send(List<ObjectNode> frames) {
        client.sendAll(frames);
    }

    @Override
    public boolean isBusy() {
        return client.isBusy();
    }

    @Override
    public void quiet() {
        addressBook.close();
    }

    @Override
    public void end(SessionEnd why) {
        switch (why) {
            case TAKEN_OVER -> client.close(TAKEN_OVER, "Another client took over");
            case SESSION_OVER, LOGGED_OUT -> client.close(SESSION_OVER, "The session has ended");
            case TOO_SLOW -> client.close(ClientConnection.TOO_SLOW, "The client reads too slowly");
            case INTERNAL_ERROR -> client.close(INTERNAL_ERROR, "The gateway failed");
        }
    }

    private void addressBookUpdated(ObjectNode data) {
        client.bound().filter(connection -> connection.client() == this)
                .ifPresent(connection -> connection.between(now -> send(encoder.addressBook(now, data, gateway.now()))));
    }
}
