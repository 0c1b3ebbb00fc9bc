package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.harmony.frame.HarmonyEncoder;
import io.patchbay.dialect.harmony.frame.HarmonyFrames;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.rules.interaction.InteractionRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One client that watches hand-written events: {@code given} happened before, {@code sees} what an event is told as. */
public final class Watcher {
    private final AgentId me;
    private final Map<Subject, Long> numbers = new HashMap<>();
    private final List<JsonNode> sent = new ArrayList<>();
    private final HarmonyEncoder encoder;
    private Replicas replicas = Replicas.NONE;
    private Interaction whole = Interaction.NEW;

    public Watcher(AgentId me) {
        this.me = me;
        this.encoder = new HarmonyEncoder(new HarmonyFrames(me, Sample.S, Sample.directory()));
    }

    public Watcher given(List<? extends Event> events) {
        events.forEach(this::tell);
        return this;
    }

    public Watcher given(Event... events) {
        return given(List.of(events));
    }

    /** The frames of this event, shortened to {@code name(object)}; SU is state.updated, m+ and m- are the members'. */
    public List<String> sees(Event event) {
        return frames(event).stream().map(Watcher::brief).toList();
    }

    public List<JsonNode> frames(Event event) {
        int from = sent.size();
        tell(event);
        return List.copyOf(sent.subList(from, sent.size()));
    }

    /** Everything anew, as after a reset. */
    public List<JsonNode> begins() {
        int from = sent.size();
        sent.addAll(encoder.all(new Snapshot(replicas, Map.of()), Sample.NOW));
        return List.copyOf(sent.subList(from, sent.size()));
    }

    /** The first frame of this name. */
    public JsonNode frame(Event event, String name) {
        return frames(event).stream().filter(f -> f.path("name").asText().equals(name)).findFirst().orElseThrow();
    }

    Replicas now() {
        return replicas;
    }

    private void tell(Event event) {
        Subject subject = event instanceof AgentEvent ? Subject.of(me) : Subject.of(Sample.I);
        long number = numbers.merge(subject, 1L, Long::sum);
        Replicas before = replicas;
        replicas = after(event);
        Recorded recorded = new Recorded(number, Sample.NOW, new CommandId("c"), Optional.empty(), event);
        Delivery told = new Delivery(subject, 1, recorded, before, replicas);
        sent.addAll(encoder.step(told));
    }

    private Replicas after(Event event) {
        if (event instanceof AgentEvent own) {
            return new Replicas(new AgentRules().evolve(replicas.agent(), own, Sample.NOW), replicas.interactions());
        }
        Map<InteractionId, Interaction> all = new LinkedHashMap<>(replicas.interactions());
        whole = new InteractionRules().evolve(whole, (InteractionEvent) event, Sample.NOW);
        all.put(Sample.I, whole.knownTo(me));
        return new Replicas(replicas.agent(), all);
    }

    public static String brief(JsonNode frame) {
        String name = frame.path("name").asText().replace("state.updated", "SU")
                .replace("conversation.member.added", "m+").replace("conversation.member.removed", "m-");
        String target = frame.path("target").asText();
        String who = name.startsWith("m") ? frame.at("/data/member/address").asText() : object(target);
        return name + "(" + who + cause(frame) + ")";
    }

    private static String object(String target) {
        String last = target.substring(target.lastIndexOf('.') + 1);
        return last.equals(Sample.I.value()) ? "i" : last.equals(Sample.K.value()) ? "K" : last;
    }

    private static String cause(JsonNode frame) {
        return frame.at("/data/cause").isTextual() ? " " + frame.at("/data/cause").asText() : "";
    }
}
