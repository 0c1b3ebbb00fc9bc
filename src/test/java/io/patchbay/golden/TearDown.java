package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.golden.KnownObjects.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Leaves a gateway as a transcript found it: customers hang up or leave, contacts are released and completed, agents log out. */
final class TearDown {

    private static final ObjectMapper JSON = new ObjectMapper();
    private int requests;

    void after(Player player, RunningFarEnd gateway) {
        gateway.calls().forEach(call -> gateway.platform("/platform/calls/" + call.call() + "/parties/"
            + URLEncoder.encode(call.from(), StandardCharsets.UTF_8), JSON.createObjectNode().put("action", "hangup")));
        gateway.contacts().forEach(contact -> gateway.platform("/platform/interactions/" + contact,
            JSON.createObjectNode().put("action", "leave")));
        List<Party> present = player.parties().values().stream()
            .filter(party -> party.present && !Client.isGenesys(party.client) && !endsElsewhere(party)).toList();
        for (Party party : present) {
            known(party, Kind.CONVERSATION).forEach(call -> ask(party, "conversation.request.release", call));
        }
        for (Party party : present) {
            known(party, Kind.INTERACTION).forEach(contact -> complete(party, contact));
            for (String session : player.names().sessions(party.client)) {
                ask(party, "session.start", session);
                ask(party, "session.request.logout", session);
            }
            party.line.leave();
        }
        gateway.genesys().forEach(GenesysLine::signOut);
        player.parties().values().stream().filter(TearDown::endsElsewhere).forEach(party -> signOut(party, gateway));
        gateway.close();
    }

    private static boolean endsElsewhere(Party party) {
        return Client.isAcqueon(party.client) || Client.isFinesse(party.client);
    }

    /** An Acqueon or Finesse client cannot log out while it has a call; the end of the session in another dialect releases the calls. */
    private static void signOut(Party party, RunningFarEnd gateway) {
        gateway.http(Client.agent(party.client), "/api/v2/me", JSON.createObjectNode().put("operationName", "EndContactCenterSession"));
        party.line.leave();
    }

    private static List<String> known(Party party, Kind kind) {
        return party.rules.known().all(kind);
    }

    /** A contact that is about to end may refuse the first time; every event in between is taken in. */
    private void complete(Party party, String interaction) {
        for (int tries = 0; tries < 3 && known(party, Kind.INTERACTION).contains(interaction); tries++) {
            ask(party, "interaction.request.complete", interaction);
        }
    }

    private void ask(Party party, String command, String target) {
        String id = "teardown-" + ++requests;
        ObjectNode request = JSON.createObjectNode().put("command", command).put("target", target).put("requestId", id);
        request.putObject("data");
        party.line.send(request.toString());
        Optional<JsonNode> frame = party.next();
        while (frame.isPresent() && !frame.get().path("requestId").asText().equals(id)) {
            party.rules.broken(frame.get());
            frame = party.next();
        }
    }
}
