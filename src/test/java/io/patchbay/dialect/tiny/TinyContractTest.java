package io.patchbay.dialect.tiny;

import io.patchbay.contract.Client;
import io.patchbay.contract.Connection;
import io.patchbay.contract.DoorContract;
import io.patchbay.model.Reason;
import io.patchbay.testing.RouteCopies;
import io.patchbay.testing.RunningGateway;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The tiny dialect keeps the contract that Harmony keeps. It has no request ids and no limit of requests. */
class TinyContractTest extends DoorContract {
    private static final Map<String, String> PHONES = Map.of("ana", "5001", "ben", "5002");
    @TempDir
    static Path routes;

    @Override
    protected Map<String, String> needs() {
        RouteCopies.into(routes, Path.of("src/test/resources/dialect/tiny"));
        return Map.of("routes.directory", routes.toString());
    }

    @Override
    protected Map<String, String> slow() {
        return Map.of();
    }

    @Override
    protected boolean hasRequestIds() {
        return false;
    }

    @Override
    protected Client open(RunningGateway at, String user, List<String> names) {
        return new Agent(user, Connection.webSocket(at.http(), "/tiny", List.of(), names));
    }

    private record Agent(String id, Connection connection) implements Client {
        Agent {
            connection.send("login " + id + " " + id);
            while (!connection.next().equals("ok login")) {
                continue;
            }
        }

        @Override
        public void send(String request) {
            connection.send(request);
        }

        @Override
        public Answer answer() {
            String line = connection.next();
            while (!line.matches("(?s)(ok|no) .*")) {
                line = connection.next();
            }
            return new Answer(line, line.startsWith("no ") ? line.split(" ")[1] : "");
        }

        @Override
        public void sendAndLeave(String request) {
            send(request);
            connection.cut();
        }

        @Override
        public void close() {
            ask("logout");
            connection.cut();
        }
    }

    @Override
    protected String harmless() {
        return "dance";
    }

    @Override
    protected String change(Client by, String id) {
        return "phone " + PHONES.get(((Agent) by).id);
    }

    @Override
    protected List<String> unreadable() {
        return List.of("dance", " ", "hold", "phone", "logout now");
    }

    @Override
    protected List<String> foreign(Client mine, Client others) {
        return List.of("hold 0000000000000000 00000000000000000000000000000000", "answer ben ben", "hangup agent/ben x");
    }

    @Override
    protected String code(Reason reason) {
        return reason.name();
    }
}
