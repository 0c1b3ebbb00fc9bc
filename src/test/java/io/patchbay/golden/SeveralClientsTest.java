package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One agent signs in with a Harmony client, a Genesys client and two Acqueon sockets, in every order. Each request of a conversation comes
 * from another client, and each client is told each change once, in its own words.
 */
class SeveralClientsTest extends GoldenTest {
    private static final List<String> CLIENTS = List.of("harmony", "genesys", "acqueon", "acqueon2");

    SeveralClientsTest() {
        super(Library.acqueon(), GoldenDoor.WEBSOCKET);
    }

    @Override
    List<Transcript> transcripts(Library library) {
        SeveralClients conversation = new SeveralClients(library);
        return orders().stream().map(conversation::transcript).toList();
    }

    /** The first Acqueon socket always comes before the second, which is like it. */
    private static List<List<String>> orders() {
        List<List<String>> orders = new ArrayList<>();
        extend(List.of(), orders);
        return orders.stream().filter(order -> order.indexOf("acqueon") < order.indexOf("acqueon2")).toList();
    }

    private static void extend(List<String> begun, List<List<String>> orders) {
        if (begun.size() == CLIENTS.size()) {
            orders.add(begun);
        }
        CLIENTS.stream().filter(client -> !begun.contains(client)).forEach(client -> {
            List<String> longer = new ArrayList<>(begun);
            longer.add(client);
            extend(longer, orders);
        });
    }

    @Test
    void there_is_a_transcript_for_each_order_of_the_sign_ins() {
        assertThat(new HashSet<>(orders())).hasSize(4 * 3 * 2 / 2);
    }
}
