package io.patchbay.picture;

import io.patchbay.grid.GridWindow;
import io.patchbay.model.CallId;
import io.patchbay.model.Connection;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Interaction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** The world outside: calls in, answers what is dialled, hangs up; by requests at the platform door. */
final class Customers {
    private static final int AT_ONCE = 4;

    private final Platform platform;
    private final GridWindow grid;
    private final AtomicInteger caller = new AtomicInteger(2000);

    /** A leg of the outside world. */
    private record Party(CallId call, Connection leg) { }

    Customers(Platform platform, GridWindow grid) {
        this.platform = platform;
        this.grid = grid;
    }

    void act(Random random) {
        List<Party> parties = parties();
        List<Party> byHand = parties.stream().filter(p -> p.leg.is(Connection.State.ALERTING)
                && p.leg.farEnd().filter(end -> end.kind() == FarEnd.Kind.MANUAL).isPresent()).toList();
        int kind = random.nextInt(10);
        if (!byHand.isEmpty() && kind < 4) {
            act(byHand.get(random.nextInt(byHand.size())), kind == 0 ? "reject" : "answer");
        } else if (parties.size() < AT_ONCE && kind < 8) {
            platform.post("/platform/calls", "{\"from\":\"+1555" + caller.getAndIncrement() + "\",\"to\":\""
                    + Numbers.any(random.nextBoolean() ? Numbers.QUEUES : Numbers.AGENTS, random) + "\",\"data\":{\"segment\":\"gold\"}}");
        } else if (!parties.isEmpty()) {
            act(parties.get(random.nextInt(parties.size())), "hangup");
        }
    }

    /** Everybody hangs up. */
    void leave() {
        parties().forEach(party -> act(party, "hangup"));
    }

    private void act(Party party, String action) {
        String address = URLEncoder.encode(party.leg.address().value(), StandardCharsets.UTF_8);
        platform.post("/platform/calls/" + party.call + "/parties/" + address, "{\"action\":\"" + action + "\"}");
    }

    private List<Party> parties() {
        List<Party> all = new ArrayList<>();
        grid.cells().values().forEach(seen -> {
            if (seen.state() instanceof Interaction interaction) {
                interaction.calls().forEach(call -> call.connections().stream().filter(Connection::isOutside)
                        .forEach(leg -> all.add(new Party(call.id(), leg))));
            }
        });
        return all;
    }
}
