package io.patchbay.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.model.Reason;
import io.patchbay.testing.RouteCopies;
import io.patchbay.testing.RunningGateway;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract finds the mistakes of a dialect that has them. */
class BrokenDialectTest {
    @TempDir
    static Path routes;
    private static final Broken CONTRACT = new Broken();

    @BeforeAll
    static void start() {
        CONTRACT.start();
    }

    @AfterAll
    static void stop() {
        CONTRACT.stop();
    }

    @Test
    void a_text_that_is_no_request_is_accepted() {
        assertThatThrownBy(CONTRACT::what_is_no_request_is_refused_once_and_tells_nothing_and_the_client_goes_on)
                .isInstanceOf(AssertionError.class).hasMessageContaining("ok dance");
    }

    @Test
    void a_request_for_what_is_anothers_is_accepted() {
        assertThatThrownBy(CONTRACT::what_is_not_the_clients_own_is_refused_and_stays_as_it_is)
                .isInstanceOf(AssertionError.class).hasMessageContaining("hold ben");
    }

    @Test
    void a_reason_has_no_word() {
        assertThatThrownBy(CONTRACT::every_reason_has_a_word).isInstanceOf(AssertionError.class).hasMessageContaining("CONFLICT");
    }

    /** The broken dialect before the contract. */
    private static final class Broken extends DoorContract {
        @Override
        protected Map<String, String> needs() {
            RouteCopies.into(routes, Path.of("src/test/resources/dialect/broken"));
            return Map.of("routes.directory", routes.toString());
        }

        @Override
        protected Map<String, String> slow() {
            return Map.of();
        }

        @Override
        protected Client open(RunningGateway at, String user, List<String> names) {
            return new Caller(Connection.webSocket(at.http(), "/broken", List.of(), names));
        }

        @Override
        protected String harmless() {
            return "dance";
        }

        @Override
        protected String change(Client by, String id) {
            return "change " + id;
        }

        @Override
        protected List<String> unreadable() {
            return List.of("dance");
        }

        @Override
        protected List<String> foreign(Client mine, Client others) {
            return List.of("hold ben");
        }

        @Override
        protected String code(Reason reason) {
            return reason == Reason.CONFLICT ? "" : reason.name();
        }
    }

    /** Sends texts and reads lines. */
    private record Caller(Connection connection) implements Client {
        @Override
        public void send(String request) {
            connection.send(request);
        }

        @Override
        public Answer answer() {
            return new Answer(connection.next(), "");
        }

        @Override
        public void sendAndLeave(String request) {
            send(request);
            close();
        }

        @Override
        public void close() {
            connection.cut();
        }
    }
}
