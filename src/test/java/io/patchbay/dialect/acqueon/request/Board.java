package io.patchbay.dialect.acqueon.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.config.DirectoryFile;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.VerbRow;
import io.patchbay.dialect.acqueon.words.VerbTable;
import io.patchbay.dialog.KnownDialogs;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.Presence;
import io.patchbay.model.SessionId;
import io.patchbay.reading.Names;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent of the demo directory that is signed in, its calls in one interaction, and the verbs it sends. */
final class Board {
    static final InteractionId I = new InteractionId("0123456789ABCDEF");
    static final CallId K1 = new CallId("11111111111111111111111111111111");
    static final CallId K2 = new CallId("22222222222222222222222222222222");
    static final ChannelId VOICE = new ChannelId("aaaaaaaaaaaaaaaa");
    static final Directory DIRECTORY = DirectoryFile.read(Path.of("config/directory.yaml"),
            new FarEnds(List.of(), new FarEnd(FarEnd.Kind.ANSWERS, Duration.ofMillis(200)))).directory();
    private static final ContactPolicy POLICY = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final StrictJson JSON = new StrictJson(StrictJson.Limits.DEFAULT);

    private final AgentEntry entry;
    private final Presence presence;
    private final Optional<Presence> pending;
    private final Interaction interaction;

    private Board(AgentEntry entry, Presence presence, Optional<Presence> pending, Interaction interaction) {
        this.entry = entry;
        this.presence = presence;
        this.pending = pending;
        this.interaction = interaction;
    }

    static Board of(String agent, Presence presence) {
        return new Board(DIRECTORY.agent(new AgentId(agent)).orElseThrow(), presence, Optional.empty(),
                Interaction.NEW.begun(Medium.VOICE, Interaction.Direction.INBOUND, Map.of(), POLICY));
    }

    static Board ana() {
        return of("ana", Presence.NOT_READY);
    }

    Board asking(Presence later) {
        return new Board(entry, presence, Optional.of(later), interaction);
    }

    /** One more call, whose leg of the agent is in this state. */
    Board with(CallId call, State own) {
        return with(call, own, Optional.empty());
    }

    Board with(CallId call, State own, Optional<Call.Monitoring> monitoring) {
        return with(call, Call.Purpose.PRIMARY, own, monitoring);
    }

    /** One more call, to a colleague. */
    Board consults(CallId call, State own) {
        return with(call, Call.Purpose.CONSULT, own, Optional.empty());
    }

    private Board with(CallId call, Call.Purpose purpose, State own, Optional<Call.Monitoring> monitoring) {
        Connection leg = new Connection(new PartyId("AAAAAAAAAAAAAAAA"), extension(), Connection.Role.AGENT, Optional.of(entry.id()),
                Optional.empty(), own);
        Call next = new Call(call, purpose, new Address("+15551234"), extension(), List.of(leg), Optional.empty(), monitoring);
        return new Board(entry, presence, pending, interaction.with(next).with(
                new Interaction.Member(entry.id(), VOICE, Interaction.Member.Phase.ACTIVE, Optional.of(call))));
    }

    /** The calls are over. */
    Board over() {
        Interaction ended = Interaction.NEW.begun(Medium.VOICE, Interaction.Direction.INBOUND, Map.of(), POLICY).with(
                new Interaction.Member(entry.id(), VOICE, Interaction.Member.Phase.ENDED, Optional.empty()));
        return new Board(entry, presence, pending, ended);
    }

    Replicas now() {
        Channel channel = new Channel(VOICE, Optional.empty(), Medium.VOICE, extension().value(), List.of(), List.of(), presence, presence,
                pending, Instant.EPOCH);
        boolean listed = !interaction.members().isEmpty();
        Work.Phase phase = interaction.calls().isEmpty() ? Work.Phase.ENDED : Work.Phase.ACTIVE;
        Agent agent = new Agent(Optional.of(new Agent.Session(List.of(new Agent.Binding(new SessionId("s"), "acqueon", "n1", false)),
                Duration.ofMinutes(1), Optional.empty(), false)), List.of(), List.of(channel),
                listed ? List.of(new Work(I, VOICE, Medium.VOICE, phase, true)) : List.of());
        Map<InteractionId, Interaction> all = new LinkedHashMap<>();
        if (listed) {
            all.put(I, interaction);
        }
        return new Replicas(agent, all);
    }

    private Address extension() {
        return entry.extensions().get(0);
    }

    /** The verb with these data, with apostrophes for quotes. */
    Asked asked(String subtopic, String data, KnownDialogs known) {
        return asked(Flavour.CISCO, subtopic, data, known);
    }

    private Asked asked(Flavour flavour, String subtopic, String data, KnownDialogs known) {
        Envelope envelope = read("{'channel':'" + flavour.channel() + "','topic':'" + topic(flavour, subtopic) + "','subtopic':'" + subtopic
                + "','data':" + data + "}");
        VerbRow row = envelope.verb(flavour);
        return new Asked(entry, extension(), now(), known, row, envelope.data(row), new Names(DIRECTORY), POLICY, true);
    }

    Plan plan(String subtopic, String data) {
        return plan(Flavour.CISCO, subtopic, data);
    }

    Plan plan(Flavour flavour, String subtopic, String data) {
        KnownDialogs known = new KnownDialogs(entry.id());
        known.note(now());
        return Verbs.plan(asked(flavour, subtopic, data, known));
    }

    private static String topic(Flavour flavour, String subtopic) {
        return VerbTable.of(flavour).named(subtopic).stream().findFirst().map(row -> row.topics().get(0)).orElse("Agent");
    }

    static Envelope read(String text) {
        try {
            ObjectNode members = Envelope.members(JSON, text.replace('\'', '"'));
            return Envelope.of(members);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
