package io.patchbay.dialect.harmony.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.door.Delivery;
import io.patchbay.door.Snapshot;
import io.patchbay.door.session.SessionEncoder;
import io.patchbay.model.Recorded.Position;
import io.patchbay.model.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Encodes, numbers and stamps the frames of one client; remembers which capabilities it was told. One thread at a time. */
public final class HarmonyEncoder implements SessionEncoder<ObjectNode> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final HarmonyFrames frames;
    private final CapabilitiesTold told;

    public HarmonyEncoder(HarmonyFrames frames) {
        this.frames = frames;
        this.told = new CapabilitiesTold(frames.session().value());
    }

    /** The frames of one canonical event: one group (CHOREOGRAPHY A5). */
    @Override
    public List<ObjectNode> step(Delivery step) {
        List<ObjectNode> group = written(frames.of(step));
        return new Stamp(step.subject(), step.recorded().number(), group.size(), step.recorded().at(), false).on(group);
    }

    /** Creation frames: part and parts run over all of one subject's; {@code session.initialized} is the agent's last and comes last. */
    @Override
    public List<ObjectNode> all(Snapshot snapshot, Instant at) {
        CreationFrames creation = new CreationFrames(frames, snapshot.replicas());
        told.clear();
        List<ObjectNode> ofAgent = written(creation.agent());
        Stamp agent = new Stamp(Subject.of(frames.me()), number(snapshot, Subject.of(frames.me())), ofAgent.size() + 1, at, true);
        List<ObjectNode> all = new ArrayList<>(agent.on(ofAgent));
        creation.interactions().forEach((id, created) -> {
            List<ObjectNode> group = written(created);
            all.addAll(new Stamp(Subject.of(id), number(snapshot, Subject.of(id)), group.size(), at, true).on(group));
        });
        written(List.of(creation.initialized())).forEach(last -> all.add(agent.on(last, agent.parts())));
        return all;
    }

    /** Comes of no event of the agent's own: it is told as creation frames are, with the agent's last number. */
    public List<ObjectNode> addressBook(Snapshot snapshot, ObjectNode data, Instant at) {
        return new Stamp(Subject.of(frames.me()), number(snapshot, Subject.of(frames.me())), 1, at, true)
                .on(written(List.of(frames.addressBookUpdated(data))));
    }

    private List<ObjectNode> written(List<HarmonyFrame> frames) {
        List<ObjectNode> group = new ArrayList<>();
        for (HarmonyFrame frame : frames) {
            frame.written(told).ifPresent(group::add);
        }
        return group;
    }

    private static long number(Snapshot snapshot, Subject subject) {
        return Optional.ofNullable(snapshot.positions().get(subject)).map(Position::number).orElse(0L);
    }

    /** The members every event has beside the documented ones (BINDINGS, Harmony). */
    private record Stamp(Subject subject, long number, int parts, Instant at, boolean snapshot) {

        /** In the order of their parts. */
        List<ObjectNode> on(List<ObjectNode> group) {
            for (int i = 0; i < group.size(); i++) {
                on(group.get(i), i + 1);
            }
            return group;
        }

        ObjectNode on(ObjectNode frame, int part) {
            frame.put("subject", subject.toString()).put("number", number).put("part", part).put("parts", parts);
            if (snapshot) {
                frame.put("snapshot", true);
            }
            return frame.put("timestamp", TIME.format(at));
        }
    }
}
