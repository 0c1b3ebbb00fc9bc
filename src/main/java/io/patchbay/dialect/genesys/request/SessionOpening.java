package io.patchbay.dialect.genesys.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.Feature;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.reading.JsonType;
import io.patchbay.reading.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * StartContactCenterSession (genesys.md 3.1): opens the named channels that the agent does not have, not ready. Channels that cannot be
 * opened are told beside the others with statusCode 7, or alone if there are no others.
 */
final class SessionOpening {
    private final Operation operation;
    private final List<Plan.Step> steps = new ArrayList<>();
    private final List<Serving> toActivate = new ArrayList<>();
    private final Map<String, OperationRefused> failed = new LinkedHashMap<>();
    private final List<String> opened = new ArrayList<>();

    SessionOpening(Operation operation) {
        this.operation = operation;
        steps.add(new Plan.Step(operation.session().target(), operation.session().body()));
    }

    Plan plan() {
        List<String> names = operation.body().texts("channels").stream().distinct().toList();
        if (names.isEmpty()) {
            throw operation.body().missing("channels");
        }
        for (String name : names) {
            try {
                open(name);
                opened.add(name);
            } catch (OperationRefused e) {
                failed.put(name, e);
            }
        }
        if (opened.isEmpty()) {
            throw failed.values().iterator().next();
        }
        if (!toActivate.isEmpty()) {
            steps.add(operation.onAgent(new AgentCommand.ActivateChannels(toActivate, true)));
        }
        return new Plan(steps, this::reply, false, List.of());
    }

    private void open(String name) {
        ChannelName channel = ChannelName.of(name)
                .orElseThrow(() -> Operation.invalid(
                        "There is no channel of this name. Known channels: voice, chat, sms, email, callback."));
        Features.check(operation.entry(), Feature.of(channel));
        String endpoint = channel == ChannelName.VOICE ? extension().value() : Names.ALL;
        Optional<Channel> present = operation.now().agent().channels().stream()
                .filter(own -> own.medium() == channel.medium() && (channel != ChannelName.VOICE || own.endpoint().equals(endpoint)))
                .findFirst();
        present.ifPresentOrElse(own -> activate(own.id(), own.isActive()), () -> add(channel.medium(), endpoint));
    }

    /** The ids of the channel derive from the id of its command. */
    private void add(Medium medium, String endpoint) {
        ChannelId id = Ids.channel(Ids.further(operation.session().id(), steps.size()), medium);
        steps.add(operation.onAgent(new AgentCommand.AddChannel(medium, endpoint, operation.entry().queues())));
        activate(id, false);
    }

    private void activate(ChannelId channel, boolean active) {
        if (!active) {
            toActivate.add(new Serving(channel, List.of()));
        }
    }

    /** The place, login code and queue of the request are not used (BINDINGS, Genesys). */
    private Address extension() {
        Optional<String> path = operation.body().find("devicePath").isPresent()
                ? Optional.of(operation.body().member(JsonType.TEXT, "devicePath")) : Optional.empty();
        return path.filter(text -> !text.isBlank())
                .map(text -> GenesysIds.extension(operation.entry(), text.substring(text.lastIndexOf('/') + 1))
                        .orElseThrow(() -> new OperationRefused(GenesysStatus.NOT_FOUND, "The agent has no such device.")))
                .orElseGet(() -> operation.entry().extensions().stream().findFirst()
                        .orElseThrow(() -> Operation.invalid("The agent has no extension.")));
    }

    private GenesysReply reply(List<Outcome> outcomes) {
        GenesysReply outcome = GenesysReply.of(outcomes);
        if (outcome.status() != GenesysStatus.OK || failed.isEmpty()) {
            return outcome;
        }
        GenesysReply partial = GenesysReply.of(GenesysStatus.PARTIAL);
        ArrayNode failures = partial.body().putArray("failed");
        failed.forEach((name, why) -> failures.add(GenesysReply.refused(why.status(), why.getMessage()).body()
                .put("channel", name)));
        ArrayNode successes = partial.body().putArray("succeeded");
        opened.forEach(name -> successes.addObject().put("statusCode", 0).put("channel", name));
        return partial;
    }
}
